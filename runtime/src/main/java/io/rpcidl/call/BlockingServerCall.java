package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import org.jspecify.annotations.Nullable;

/** A call whose handler returns the result; it is interrupted when the call is given up, and only while it runs. */
final class BlockingServerCall<Q, R extends @Nullable Object> extends ServerCall<Q, R> {
    private final BoundMethod.Handler<Q, R> handler;
    private final @Nullable ServerItems<?, R> items;
    /** Null for a handler that runs on the loop, from where alone it could be interrupted. */
    private final @Nullable HandlerThread thread;

    BlockingServerCall(
            MethodDescriptor<Q, R> method,
            BoundMethod.Handler<Q, R> handler,
            Answers connection,
            IncomingCall incoming) {
        super(method, connection, incoming);
        this.handler = handler;
        this.items = null;
        this.thread = connection.direct() ? null : new HandlerThread();
    }

    /** A call with streams. */
    BlockingServerCall(MethodDescriptor<Q, R> method, BoundMethod.Handler<Q, R> handler, ServerItems<?, R> items) {
        super(method, items.connection(), items.incoming());
        this.handler = handler;
        this.items = items;
        this.thread = new HandlerThread();
    }

    @Override
    void endItems() {
        if (items != null) {
            items.cancelled();
        }
    }

    @Override
    void invoke(Q parameters) {
        HandlerThread interrupted = thread;
        boolean interruptible = interrupted != null && interrupted.begin();
        if (!enter()) {
            leave(interrupted, interruptible);
            refused();
            return;
        }
        R result;
        try {
            result = handler.handle(parameters);
        } catch (Throwable failure) {
            leave(interrupted, interruptible);
            failed(failure);
            return;
        }
        leave(interrupted, interruptible);
        succeeded(result);
    }

    private static void leave(@Nullable HandlerThread interrupted, boolean interruptible) {
        if (interrupted != null) {
            interrupted.leave(interruptible);
        }
    }

    @Override
    void interrupt() {
        HandlerThread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
