package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A method of a service together with the handler that answers its calls. */
public abstract sealed class BoundMethod<Q, R extends @Nullable Object> {
    private final MethodDescriptor<Q, R> method;

    private BoundMethod(MethodDescriptor<Q, R> method) {
        this.method = method;
    }

    /** The method. */
    public final MethodDescriptor<Q, R> method() {
        return method;
    }

    /** The work of answering {@code incoming}. */
    abstract ServerCall<Q, R> call(ServerConnection connection, IncomingCall incoming);

    /** What runs when a call comes: application code, which may throw anything. */
    @FunctionalInterface
    public interface Handler<Q, R extends @Nullable Object> {
        /** Answers, or begins to answer, one call. */
        R handle(Q parameters) throws Exception;
    }

    /** Its handler returns the result. */
    public static final class Blocking<Q, R extends @Nullable Object> extends BoundMethod<Q, R> {
        private final Handler<Q, R> handler;

        /** A method whose handler may block. */
        public Blocking(MethodDescriptor<Q, R> method, Handler<Q, R> handler) {
            super(method);
            this.handler = handler;
        }

        @Override
        ServerCall<Q, R> call(ServerConnection connection, IncomingCall incoming) {
            return new BlockingServerCall<>(method(), handler, connection, incoming);
        }
    }

    /** Its handler returns a stage that completes later. */
    public static final class Async<Q, R extends @Nullable Object> extends BoundMethod<Q, R> {
        private final Handler<Q, CompletionStage<? extends R>> handler;

        /** A method whose handler does not block. */
        public Async(MethodDescriptor<Q, R> method, Handler<Q, CompletionStage<? extends R>> handler) {
            super(method);
            this.handler = handler;
        }

        @Override
        ServerCall<Q, R> call(ServerConnection connection, IncomingCall incoming) {
            return new AsyncServerCall<>(method(), handler, connection, incoming);
        }
    }
}
