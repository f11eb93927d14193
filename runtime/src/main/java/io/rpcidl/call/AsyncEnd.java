package io.rpcidl.call;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call with an upload: it completes on an executor when the call has ended. Cancelling it gives the call up,
 * and it completes with the outcome, which a mere cancellation would hide.
 */
class AsyncEnd<R extends @Nullable Object> extends CompletableFuture<R> implements Runnable {
    private final Executor executor;
    private volatile @Nullable StreamedCall<?, R> call;

    AsyncEnd(Executor executor) {
        this.executor = executor;
    }

    /** Names the call, before it is submitted. */
    final void of(StreamedCall<?, R> submitted) {
        call = submitted;
    }

    /** The call has ended; on the loop. */
    @Override
    public final void run() {
        try {
            executor.execute(() -> NonBlockingThreads.run(this::complete));
        } catch (RuntimeException | Error refused) {
            NonBlockingThreads.run(this::complete); // the caller is told in any case, even where no executor wants to
        }
    }

    private void complete() {
        StreamedCall<?, R> over = call;
        if (over == null) {
            return;
        }
        try {
            complete(over.answer());
        } catch (RpcException | DeclaredErrorException failure) {
            completeExceptionally(failure);
        } catch (RuntimeException | Error fault) {
            completeExceptionally(fault); // memory may be short; the caller is told in any case
        }
    }

    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        StreamedCall<?, R> running = call;
        if (!isDone() && running != null) {
            giveUp(running);
        }
        return false;
    }

    /** The future was cancelled while the call was running. */
    void giveUp(StreamedCall<?, R> running) {
        running.abandon();
    }
}
