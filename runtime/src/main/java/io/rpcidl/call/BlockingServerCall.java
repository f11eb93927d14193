package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import org.jspecify.annotations.Nullable;

/** A call whose handler returns the result; it is interrupted when the call is given up, and only while it runs. */
final class BlockingServerCall<Q, R extends @Nullable Object> extends ServerCall<Q, R> {
    private final BoundMethod.Handler<Q, R> handler;
    private final @Nullable ServerItems<?, R> items;
    private final HandlerThread thread = new HandlerThread();

    BlockingServerCall(
            MethodDescriptor<Q, R> method,
            BoundMethod.Handler<Q, R> handler,
            Answers connection,
            IncomingCall incoming) {
        super(method, connection, incoming);
        this.handler = handler;
        this.items = null;
    }

    /** A call with streams. */
    BlockingServerCall(MethodDescriptor<Q, R> method, BoundMethod.Handler<Q, R> handler, ServerItems<?, R> items) {
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
        boolean interruptible = thread.begin();
        if (!enter()) {
            thread.leave(interruptible);
            refused();
            return;
        }
        R result;
        try {
            result = handler.handle(parameters);
        } catch (Throwable failure) {
            thread.leave(interruptible);
            failed(failure);
            return;
        }
        thread.leave(interruptible);
        succeeded(result);
    }

    @Override
    void interrupt() {
        thread.interrupt();
    }
}
