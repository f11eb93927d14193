package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A call whose handler returns the result; it is interrupted when the call is given up, and only while it runs. */
final class BlockingServerCall<Q, R extends @Nullable Object> extends ServerCall<Q, R> {
    private static final int BEFORE = 0;
    private static final int RUNNING = 1;
    private static final int INTERRUPTING = 2;
    private static final int OVER = 3;

    private final BoundMethod.Handler<Q, R> handler;
    private final @Nullable ServerItems<?, R> items;
    private final AtomicInteger stage = new AtomicInteger(BEFORE);
    private volatile @Nullable Thread thread;

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
        thread = Thread.currentThread();
        boolean interruptible = stage.compareAndSet(BEFORE, RUNNING);
        if (!enter()) {
            leave(interruptible);
            refused();
            return;
        }
        R result;
        try {
            result = handler.handle(parameters);
        } catch (Throwable failure) {
            leave(interruptible);
            failed(failure);
            return;
        }
        leave(interruptible);
        succeeded(result);
    }

    @Override
    void interrupt() {
        Thread running = thread;
        if (stage.compareAndSet(RUNNING, INTERRUPTING)) {
            if (running != null) {
                running.interrupt();
            }
            stage.set(OVER);
        } else {
            stage.compareAndSet(BEFORE, OVER);
        }
    }

    /** From here on the thread belongs to others: no interrupt of this call may reach it, none that came may stay. */
    private void leave(boolean interruptible) {
        if (interruptible && !stage.compareAndSet(RUNNING, OVER)) {
            while (stage.get() == INTERRUPTING) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
        thread = null;
    }
}
