package io.rpcidl.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import testing.probe.v1.Piece;

/** Takes pieces up to a number of them, and counts how often the stream ends. */
final class PieceCollector implements Flow.Subscriber<Piece> {
    private final long most;
    private final CompletableFuture<Long> end = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private boolean cancelled;
    private long taken;
    private volatile int ends;
    private volatile boolean signalledLate;

    PieceCollector(long most) {
        this.most = most;
    }

    /** How many pieces there were. */
    CompletableFuture<Long> end() {
        return end;
    }

    int ends() {
        return ends;
    }

    boolean signalledLate() {
        return signalledLate;
    }

    /** Gives the stream up. */
    synchronized void cancel() {
        cancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            subscription = given;
            if (cancelled) {
                given.cancel();
            }
        }
        given.request(Math.min(2, most));
    }

    @Override
    public void onNext(Piece item) {
        signalledLate |= ends > 0;
        taken++;
        if (taken == most) {
            subscription.cancel();
            end.complete(taken);
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        ends++;
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ends++;
        end.complete(taken);
    }
}
