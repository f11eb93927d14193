package io.rpcidl;

import io.rpcidl.call.BoundMethod;
import io.rpcidl.call.BoundService;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A service together with the handlers of its methods, ready to be added to a server.
 *
 * <p>Generated code makes bindings: {@code Orders.service(handler)}. Every method of the service has exactly one handler.
 */
public final class ServiceBinding {
    private final ServiceDescriptor service;
    private final List<BoundMethod<?, ?>> methods;

    private ServiceBinding(Builder builder) {
        this.service = builder.service;
        this.methods = List.copyOf(builder.methods);
    }

    /** A builder of the binding of {@code service}. */
    public static Builder builder(ServiceDescriptor service) {
        return new Builder(service);
    }

    /** The service that is bound. */
    public ServiceDescriptor service() {
        return service;
    }

    /** The service as a server's connections know it. */
    BoundService bound() {
        return new BoundService(service, methods);
    }

    /**
     * Answers calls by returning; runs on a thread that may block.
     *
     * @param <Q> the parameters
     * @param <R> the result
     */
    @FunctionalInterface
    public interface Handler<Q, R extends @Nullable Object> {
        /** Answers one call; an error that the method declares reaches the caller, any other exception only our log. */
        R handle(Q parameters) throws Exception;
    }

    /**
     * Answers calls of a method that returns nothing; runs on a thread that may block.
     *
     * @param <Q> the parameters
     */
    @FunctionalInterface
    public interface VoidHandler<Q> {
        /** Executes one call; an error that the method declares reaches the caller, any other exception only our log. */
        void handle(Q parameters) throws Exception;
    }

    /**
     * Answers calls with a stage that completes later; runs on the server's executor and should not block.
     *
     * @param <Q> the parameters
     * @param <R> the result
     */
    @FunctionalInterface
    public interface AsyncHandler<Q, R extends @Nullable Object> {
        /** Starts to answer one call. */
        CompletionStage<? extends R> handle(Q parameters) throws Exception;
    }

    /**
     * Answers calls that bring a stream.
     *
     * @param <Q> the parameters
     * @param <S> the stream of the caller's items
     * @param <R> the result
     */
    @FunctionalInterface
    public interface StreamHandler<Q, S, R extends @Nullable Object> {
        /** Answers one call. */
        R handle(Q parameters, S items) throws Exception;
    }

    /** Collects the handlers of a service's methods. */
    public static final class Builder {
        private final ServiceDescriptor service;
        private final Set<Integer> numbers = new HashSet<>();
        private final List<BoundMethod<?, ?>> methods = new ArrayList<>();

        private Builder(ServiceDescriptor service) {
            this.service = Objects.requireNonNull(service, "service");
        }

        /** Binds {@code method} to a handler that returns its result. */
        public <Q, R extends @Nullable Object> Builder blocking(MethodDescriptor<Q, R> method, Handler<Q, R> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(new BoundMethod.Blocking<>(method, handler::handle));
            return this;
        }

        /** Binds {@code method}, which returns nothing, to a handler that has done its work when it returns. */
        public <Q> Builder blockingVoid(MethodDescriptor<Q, @Nullable Void> method, VoidHandler<Q> handler) {
            Objects.requireNonNull(handler, "handler");
            return blocking(method, parameters -> {
                handler.handle(parameters);
                return null;
            });
        }

        /** Binds {@code method} to a handler that completes its result later. */
        public <Q, R extends @Nullable Object> Builder async(
                MethodDescriptor<Q, R> method, AsyncHandler<Q, R> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(new BoundMethod.Async<>(method, handler::handle));
            return this;
        }

        /** Binds {@code method}, whose result is a stream, which is pulled and closed on the handler's thread. */
        public <Q, R> Builder serverStream(MethodDescriptor<Q, R> method, Handler<Q, RpcStream<R>> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(
                    BoundMethod.pulled(method, (parameters, none) -> PulledStream.items(handler.handle(parameters))));
            return this;
        }

        /** Binds {@code method}, which takes a stream. */
        public <Q, I, R extends @Nullable Object> Builder clientStream(
                MethodDescriptor<Q, R> method, StreamHandler<Q, RpcStream<I>, R> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(BoundMethod.<Q, I, R>pulling(
                    method, (parameters, items) -> handler.handle(parameters, PulledStream.of(items))));
            return this;
        }

        /** Binds {@code method}, which takes a stream and gives one. */
        public <Q, I, R> Builder bidirectional(
                MethodDescriptor<Q, R> method, StreamHandler<Q, RpcStream<I>, RpcStream<R>> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(BoundMethod.<Q, I, R>pulled(
                    method,
                    (parameters, items) -> PulledStream.items(handler.handle(parameters, PulledStream.of(items)))));
            return this;
        }

        /** Binds {@code method}, whose result is published. */
        public <Q, R> Builder serverStreamAsync(MethodDescriptor<Q, R> method, Handler<Q, Flow.Publisher<R>> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(BoundMethod.publishing(method, (parameters, none) -> handler.handle(parameters)));
            return this;
        }

        /** Binds {@code method}, which subscribes to the caller's items and completes its result later. */
        public <Q, I, R extends @Nullable Object> Builder clientStreamAsync(
                MethodDescriptor<Q, R> method, StreamHandler<Q, Flow.Publisher<I>, CompletionStage<R>> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(BoundMethod.<Q, I, R>subscribing(method, handler::handle));
            return this;
        }

        /** Binds {@code method}, which subscribes to the caller's items and publishes its own. */
        public <Q, I, R> Builder bidirectionalAsync(
                MethodDescriptor<Q, R> method, StreamHandler<Q, Flow.Publisher<I>, Flow.Publisher<R>> handler) {
            Objects.requireNonNull(handler, "handler");
            claim(method);
            methods.add(BoundMethod.<Q, I, R>publishing(method, handler::handle));
            return this;
        }

        /**
         * The binding.
         *
         * @throws IllegalStateException when a method of the service has no handler
         */
        public ServiceBinding build() {
            for (MethodDescriptor<?, ?> method : service.methods()) {
                if (!numbers.contains(method.number())) {
                    throw new IllegalStateException("method " + method.fullName() + " has no handler; bind one");
                }
            }
            return new ServiceBinding(this);
        }

        private void claim(MethodDescriptor<?, ?> method) {
            if (!service.methods().contains(method)) {
                throw new IllegalArgumentException("method " + method.fullName() + " does not belong to service "
                        + service.name() + "; bind methods of one service only");
            }
            if (!numbers.add(method.number())) {
                throw new IllegalArgumentException("method " + method.fullName() + " is bound twice; bind it once");
            }
        }
    }
}
