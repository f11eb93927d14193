package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call whose handler returns a stage; the stage's future is cancelled when the call is given up. */
final class AsyncServerCall<Q, R extends @Nullable Object> extends ServerCall<Q, R> {
    private final BoundMethod.Handler<Q, CompletionStage<? extends R>> handler;
    private final @Nullable ServerItems<?, R> items;
    private final AtomicBoolean completed = new AtomicBoolean();
    private final AtomicReference<@Nullable CompletionStage<? extends R>> running = new AtomicReference<>();

    AsyncServerCall(
            MethodDescriptor<Q, R> method,
            BoundMethod.Handler<Q, CompletionStage<? extends R>> handler,
            Answers connection,
            IncomingCall incoming) {
        super(method, connection, incoming);
        this.handler = handler;
        this.items = null;
    }

    /** A call with streams. */
    AsyncServerCall(
            MethodDescriptor<Q, R> method,
            BoundMethod.Handler<Q, CompletionStage<? extends R>> handler,
            ServerItems<?, R> items) {
        super(method, items.connection(), items.incoming());
        this.handler = handler;
        this.items = items;
    }

    @Override
    void endItems() {
        if (items != null) {
            items.cancelled();
        }
    }

    @Override
    void invoke(Q parameters) {
        if (!enter()) {
            refused();
            return;
        }
        CompletionStage<? extends R> stage;
        try {
            stage = handler.handle(parameters);
            running.set(stage);
            stage.whenComplete(this::completed);
        } catch (Throwable failure) {
            failedOnce(failure);
            return;
        }
        if (cancelled()) {
            interrupt();
        }
    }

    @Override
    void interrupt() {
        CompletionStage<? extends R> stage = running.get();
        if (stage != null) {
            try {
                stage.toCompletableFuture().cancel(true);
            } catch (RuntimeException | Error notToBeCancelled) {
                // such a stage can't be cancelled: its answer will be dropped
            }
        }
    }

    private void completed(R result, @Nullable Throwable failure) {
        if (failure == null) {
            if (completed.compareAndSet(false, true)) {
                succeeded(result);
            }
        } else {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
            failedOnce(cause == null ? failure : cause);
        }
    }

    /** Only a stage that breaks its contract completes twice; it must not harm the connection. */
    private void failedOnce(Throwable failure) {
        if (completed.compareAndSet(false, true)) {
            failed(failure);
        }
    }
}
