package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.frame.CallKind;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A method of a service together with the handler that answers its calls. */
public abstract sealed class BoundMethod<Q, R extends @Nullable Object> {
    private final MethodDescriptor<Q, R> method;
    private final Admission.ServiceTime serviceTime = new Admission.ServiceTime();

    private BoundMethod(MethodDescriptor<Q, R> method) {
        this.method = method;
    }

    /** The method. */
    public final MethodDescriptor<Q, R> method() {
        return method;
    }

    /** What its handler has lately needed. */
    final Admission.ServiceTime serviceTime() {
        return serviceTime;
    }

    /** Whether its streams are those of a call of this kind. */
    final boolean takes(CallKind kind) {
        return kind.streamsRequest() == method.streamsRequest() && kind.streamsResult() == method.streamsResult();
    }

    /** Whether its handler's thread waits for items, or for room for them. */
    boolean waitsForItems() {
        return false;
    }

    /** The work of answering {@code incoming}. */
    abstract ServerCall<Q, R> call(Answers connection, IncomingCall incoming);

    /** The work of answering one call within this process, whose items, if it has some, are these. */
    abstract Work<Q, R> work(HandlerItems<?, R> items);

    /**
     * What answers one call: exactly one of the two.
     *
     * @param returning returns the result, and may block
     * @param completing begins, and completes later
     */
    record Work<Q, R extends @Nullable Object>(
            @Nullable Handler<Q, R> returning, @Nullable Handler<Q, CompletionStage<? extends R>> completing) {}

    /** What runs when a call comes: application code, which may throw anything. */
    @FunctionalInterface
    public interface Handler<Q, R extends @Nullable Object> {
        /** Answers, or begins to answer, one call. */
        R handle(Q parameters) throws Exception;
    }

    /**
     * What runs when a call with an upload comes.
     *
     * @param <Q> the parameters
     * @param <I> the stream of items
     * @param <R> what is returned
     */
    @FunctionalInterface
    public interface StreamHandler<Q, I, R extends @Nullable Object> {
        /** Answers, or begins to answer, one call. */
        R handle(Q parameters, I items) throws Exception;
    }

    /** Its handler takes or gives streams; use one of the factories. */
    public static final class Streaming<Q, I, R extends @Nullable Object> extends BoundMethod<Q, R> {
        private final boolean waits;
        private final Starter<Q, I, R> starter;

        private Streaming(MethodDescriptor<Q, R> method, boolean waits, Starter<Q, I, R> starter) {
            super(method);
            this.waits = waits;
            this.starter = starter;
        }

        /** Makes the work of answering one call. */
        private interface Starter<Q, I, R extends @Nullable Object> {
            Work<Q, R> start(HandlerItems<I, R> items);
        }

        @Override
        boolean waitsForItems() {
            return waits;
        }

        @Override
        ServerCall<Q, R> call(Answers connection, IncomingCall incoming) {
            ServerItems<I, R> items = new ServerItems<>(method(), connection, incoming);
            Work<Q, R> work = starter.start(items);
            incoming.items(items);
            Handler<Q, CompletionStage<? extends R>> completing = work.completing();
            return completing == null
                    ? new BlockingServerCall<>(method(), Objects.requireNonNull(work.returning()), items)
                    : new AsyncServerCall<>(method(), completing, items);
        }

        @Override
        @SuppressWarnings("unchecked") // the items are those of this method
        Work<Q, R> work(HandlerItems<?, R> items) {
            return starter.start((HandlerItems<I, R>) items);
        }
    }

    /** A method whose handler pulls the caller's items and returns its result. */
    public static <Q, I, R extends @Nullable Object> BoundMethod<Q, R> pulling(
            MethodDescriptor<Q, R> method, StreamHandler<Q, Items<I>, R> handler) {
        return new Streaming<Q, I, R>(method, true, items -> {
            Items<I> upload = items.pulled();
            return new Work<>(parameters -> handler.handle(parameters, upload), null);
        });
    }

    /** A method whose handler returns items, which are pulled while there is room for them, and may pull the caller's. */
    public static <Q, I, R> BoundMethod<Q, R> pulled(
            MethodDescriptor<Q, R> method, StreamHandler<Q, Items<I>, Items<R>> handler) {
        return new Streaming<Q, I, R>(method, true, items -> {
            Items<I> upload = items.pulled();
            return new Work<>(parameters -> items.pull(handler.handle(parameters, upload)), null);
        });
    }

    /** A method whose handler subscribes to the caller's items and completes its result later. */
    public static <Q, I, R extends @Nullable Object> BoundMethod<Q, R> subscribing(
            MethodDescriptor<Q, R> method, StreamHandler<Q, Flow.Publisher<I>, CompletionStage<R>> handler) {
        return new Streaming<Q, I, R>(method, false, items -> {
            Flow.Publisher<I> upload = items.published();
            return new Work<>(null, parameters -> handler.handle(parameters, upload));
        });
    }

    /** A method whose handler publishes items, and may subscribe to the caller's. */
    public static <Q, I, R> BoundMethod<Q, R> publishing(
            MethodDescriptor<Q, R> method, StreamHandler<Q, Flow.Publisher<I>, Flow.Publisher<R>> handler) {
        return new Streaming<Q, I, R>(method, false, items -> {
            Flow.Publisher<I> upload = items.published();
            return new Work<>(null, parameters -> items.subscribe(handler.handle(parameters, upload)));
        });
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
        ServerCall<Q, R> call(Answers connection, IncomingCall incoming) {
            return new BlockingServerCall<>(method(), handler, connection, incoming);
        }

        @Override
        Work<Q, R> work(HandlerItems<?, R> items) {
            return new Work<>(handler, null);
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
        ServerCall<Q, R> call(Answers connection, IncomingCall incoming) {
            return new AsyncServerCall<>(method(), handler, connection, incoming);
        }

        @Override
        Work<Q, R> work(HandlerItems<?, R> items) {
            return new Work<>(null, handler);
        }
    }
}
