package io.rpcidl.testing;

import io.rpcidl.value.DeclaredErrorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import testing.probe.v1.Piece;
import testing.probe.v1.Probe;
import testing.probe.v1.Refused;

/** Handlers that write down which calls they were entered for: the one who knows the truth. */
final class Ledger implements Probe.Async {
    /** How many pieces a stream has. */
    static final int PIECES = 3;

    /** The streams from this number on end with a declared error. */
    static final long REFUSED = 1_000;

    /** The uploads from this number on are answered at their first piece. */
    static final long HASTY = 2_000;

    private final Map<Long, Integer> dispatched = new HashMap<>();
    private final Map<Long, CompletableFuture<Piece>> parked = new HashMap<>();

    private void dispatch(long number) {
        dispatched.merge(number, 1, Integer::sum);
    }

    synchronized boolean has(long number) {
        return dispatched.containsKey(number);
    }

    /** Calls that were dispatched more than once. */
    synchronized List<Long> twice() {
        List<Long> found = new ArrayList<>();
        dispatched.forEach((number, times) -> {
            if (times > 1) {
                found.add(number);
            }
        });
        return found;
    }

    /** Answers the call now, or when it comes. */
    void finish(long number) {
        parked(number).complete(ProbeHandler.piece(number));
    }

    private synchronized CompletableFuture<Piece> parked(long number) {
        return parked.computeIfAbsent(number, key -> new CompletableFuture<>());
    }

    @Override
    public synchronized CompletionStage<Piece> echo(Piece piece) {
        dispatch(piece.number());
        return CompletableFuture.completedFuture(piece);
    }

    @Override
    public synchronized CompletionStage<Void> note(Piece piece) {
        dispatch(piece.number());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<Piece> refuse(Piece piece) {
        dispatch(piece.number());
        return CompletableFuture.failedFuture(refused(piece.number()));
    }

    @Override
    public synchronized CompletionStage<Piece> fail(Piece piece) {
        dispatch(piece.number());
        return CompletableFuture.failedFuture(new IllegalStateException("a fault of the handler"));
    }

    @Override
    public synchronized CompletionStage<Piece> work(Piece piece) {
        dispatch(piece.number());
        return parked(piece.number());
    }

    @Override
    public synchronized Flow.Publisher<Piece> count(Piece first) {
        dispatch(first.number());
        DeclaredErrorException end =
                first.number() >= REFUSED && first.number() < HASTY ? refused(first.number()) : null;
        return new PiecePublisher(first.text(), PIECES, end);
    }

    @Override
    public synchronized CompletionStage<Piece> sum(long number, Flow.Publisher<Piece> pieces) {
        dispatch(number);
        PieceCollector collector = new PieceCollector(number >= HASTY ? 1 : Long.MAX_VALUE);
        pieces.subscribe(collector);
        return collector.end().thenApply(ProbeHandler::piece);
    }

    @Override
    public synchronized Flow.Publisher<Piece> mirror(long number, Flow.Publisher<Piece> pieces) {
        dispatch(number);
        return pieces;
    }

    private static Refused refused(long number) {
        return Refused.builder().number(number).build();
    }
}
