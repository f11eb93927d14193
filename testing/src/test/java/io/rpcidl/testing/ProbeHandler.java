package io.rpcidl.testing;

import io.rpcidl.RpcStream;
import io.rpcidl.value.DeclaredErrorException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import testing.probe.v1.Piece;
import testing.probe.v1.Probe;
import testing.probe.v1.Refused;

/** Answers at once and remembers what it has executed. */
class ProbeHandler implements Probe {
    final List<Long> executed = new CopyOnWriteArrayList<>();

    static Piece piece(long number) {
        return Piece.builder().number(number).text("a piece").build();
    }

    private Piece did(Piece piece) {
        executed.add(piece.number());
        return piece;
    }

    @Override
    public Piece echo(Piece piece) {
        return did(piece);
    }

    @Override
    public void note(Piece piece) {
        did(piece);
    }

    @Override
    public Piece refuse(Piece piece) throws Refused {
        did(piece);
        throw Refused.builder().number(piece.number()).build();
    }

    @Override
    public Piece fail(Piece piece) {
        did(piece);
        throw new IllegalStateException("a fault of the handler");
    }

    @Override
    public Piece work(Piece piece) {
        return did(piece);
    }

    @Override
    public RpcStream<Piece> count(Piece first) {
        did(first);
        return RpcStream.of(first, first, first);
    }

    @Override
    public Piece sum(long number, RpcStream<Piece> pieces) {
        executed.add(number);
        long sum = 0;
        try {
            for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
                sum += piece.number();
            }
        } catch (DeclaredErrorException impossible) {
            throw new AssertionError(impossible);
        }
        return piece(sum);
    }

    @Override
    public RpcStream<Piece> mirror(long number, RpcStream<Piece> pieces) {
        executed.add(number);
        return pieces;
    }
}
