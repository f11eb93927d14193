package io.rpcidl.processes.ledger;

import io.rpcidl.RpcStream;
import io.rpcidl.value.Bytes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ledger.v1.Piece;
import ledger.v1.Task;
import ledger.v1.Work;

/** Does nothing but take its time, and writes down when it began and when it was done. */
public final class LedgerWork implements Work {
    private static final int PIECE = 100;

    private final Ledger ledger;

    /** Writes to {@code ledger}, which its owner closes. */
    public LedgerWork(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public long change(Task task) {
        return work(task);
    }

    @Override
    public long put(Task task) {
        return work(task);
    }

    @Override
    public long look(Task task) {
        return work(task);
    }

    @Override
    public void tell(Task task) {
        work(task);
    }

    @Override
    public RpcStream<Piece> pieces(Task task, long count) {
        ledger.begun(task.id());
        return RpcStream.produced(sink -> {
            for (long number = 1; number <= count; number++) {
                sink.send(piece(number));
                takeTime(task);
            }
            ledger.done(task.id());
        });
    }

    @Override
    public long collect(Task task, RpcStream<Piece> pieces) {
        ledger.begun(task.id());
        long count = 0;
        for (Piece piece : pieces) {
            count++;
            if (piece.number() != count) {
                throw new IllegalStateException("piece " + piece.number() + " came as number " + count);
            }
            takeTime(task);
        }
        ledger.done(task.id());
        return count;
    }

    /** A piece as both directions send it. */
    public static Piece piece(long number) {
        return new Piece(number, Bytes.of(new byte[PIECE]));
    }

    private long work(Task task) {
        ledger.begun(task.id());
        takeTime(task);
        ledger.done(task.id());
        return task.id();
    }

    private static void takeTime(Task task) {
        if (task.micros() > 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(task.micros()));
        }
    }
}
