package io.rpcidl;

import io.rpcidl.call.Items;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The interceptors of one client, in order. */
final class ClientInterceptors {
    private static final System.Logger LOG = System.getLogger(ClientInterceptors.class.getName());

    private final List<ClientInterceptor> interceptors;

    ClientInterceptors(List<ClientInterceptor> interceptors) {
        this.interceptors = List.copyOf(interceptors);
    }

    /** Whether there are none, so that nobody has to be told of a call's end. */
    boolean none() {
        return interceptors.isEmpty();
    }

    /** Begins a call; what it gives has to be told of the call's end. */
    Passed begin(MethodDescriptor<?, ?> method, @Nullable Object arguments, CallOptions options) {
        CallOptions current = options;
        int passed = 0;
        try {
            for (ClientInterceptor interceptor : interceptors) {
                current = Objects.requireNonNull(
                        interceptor.before(method, arguments, current), "an interceptor has returned no options");
                passed++;
            }
        } catch (RuntimeException | Error refused) {
            new Passed(method, current, passed).failed(Outcome.NOT_EXECUTED, refused);
            throw refused;
        }
        return new Passed(method, current, passed);
    }

    /** A call of one method that has passed the interceptors on its way out. */
    final class Passed {
        private final MethodDescriptor<?, ?> method;
        private final CallOptions options;
        private final int passed;

        private Passed(MethodDescriptor<?, ?> method, CallOptions options, int passed) {
            this.method = method;
            this.options = options;
            this.passed = passed;
        }

        CallOptions options() {
            return options;
        }

        void succeeded() {
            after(new CallEnd(Outcome.EXECUTED, null));
        }

        /** The outcome is that of the exception; a declared error was executed. */
        void failed(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            failed(cause instanceof RpcException known ? known.outcome() : Outcome.EXECUTED, cause);
        }

        /** It was never made. */
        void refused(RuntimeException refusal) {
            failed(Outcome.NOT_EXECUTED, refusal);
        }

        /** Its taker has closed the stream before its end: nobody knows what became of the rest. */
        void closed() {
            failed(Outcome.MAYBE_EXECUTED, new CancellationException("the stream was closed before its end"));
        }

        private void failed(Outcome outcome, Throwable failure) {
            after(new CallEnd(outcome, failure));
        }

        private void after(CallEnd end) {
            for (int i = passed - 1; i >= 0; i--) {
                try {
                    interceptors.get(i).after(method, end);
                } catch (RuntimeException | Error faulty) {
                    LOG.log(System.Logger.Level.WARNING, "an interceptor failed after a call", faulty);
                }
            }
        }

        <R extends @Nullable Object> CompletableFuture<R> watch(CompletableFuture<R> future) {
            if (passed == 0) {
                return future;
            }
            return new WatchedFuture<>(future, this);
        }

        <R> Items<R> watch(Items<R> items) {
            return passed == 0 ? items : new WatchedItems<>(items, this);
        }

        <R> Flow.Subscriber<R> watch(Flow.Subscriber<R> subscriber) {
            return passed == 0 ? subscriber : new WatchedSubscriber<>(subscriber, this);
        }
    }
}
