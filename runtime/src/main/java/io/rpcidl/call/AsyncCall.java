package io.rpcidl.call;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A call whose caller is told of the result on an executor. */
final class AsyncCall<Q, R extends @Nullable Object> extends ClientCall<Q, R> implements Runnable {
    private final Executor executor;
    private final CallFuture<R> future = new CallFuture<>(this);

    AsyncCall(PreparedCall<Q, R> prepared, CallCarrier carrier, Executor executor) {
        super(prepared, carrier);
        this.executor = executor;
    }

    CompletableFuture<R> future() {
        return future;
    }

    @Override
    boolean takenAtOnce() {
        return executor == DirectExecutor.INSTANCE;
    }

    @Override
    void ended() {
        try {
            executor.execute(this);
        } catch (RuntimeException | Error refused) {
            run(); // the caller is told in any case, even where no executor wants to
        }
    }

    /** Completes the future; its dependents run here. */
    @Override
    public void run() {
        NonBlockingThreads.enter();
        try {
            complete();
        } finally {
            NonBlockingThreads.leave(inLoop() ? NonBlockingThreads.Owner.LOOP : NonBlockingThreads.Owner.EXECUTOR);
        }
    }

    private void complete() {
        try {
            future.complete(result());
        } catch (RpcException | DeclaredErrorException failure) {
            future.completeExceptionally(failure);
        } catch (RuntimeException | Error fault) {
            future.completeExceptionally(fault); // memory may be short; the caller is told in any case
        }
    }

    /**
     * The future of a call. Cancelling it gives the call up, but does not complete it: that is left to the server's answer,
     * or to the call's deadline, with an exception that tells the outcome, which a mere cancellation would hide.
     */
    private static final class CallFuture<R extends @Nullable Object> extends CompletableFuture<R> {
        private final AsyncCall<?, R> call;

        CallFuture(AsyncCall<?, R> call) {
            this.call = call;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (!isDone()) {
                call.cancel(GivenUp.WITH_THE_ANSWER);
            }
            return false;
        }
    }
}
