package io.rpcidl;

import io.rpcidl.call.CallPolicy;
import io.rpcidl.call.CallTerms;
import io.rpcidl.call.Calls;
import io.rpcidl.call.ClientStreams;
import io.rpcidl.call.Items;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.DeclaredErrorException;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls with the interceptors around them: what a client and a channel back to a caller have in common. */
class CallChannel implements RpcChannel {
    private final Calls calls;
    private final ClientStreams streams;
    private final ClientInterceptors interceptors;

    private final CallPolicy hedgeable;
    private final CallPolicy others;

    /**
     * A channel.
     *
     * @param defaults what is done beyond one attempt for calls whose options say nothing of it
     */
    CallChannel(Calls calls, ClientInterceptors interceptors, CallPolicy defaults) {
        this.hedgeable = defaults;
        this.others = defaults.unhedged();
        this.calls = calls;
        this.streams = calls.streams();
        this.interceptors = interceptors;
    }

    @Override
    public <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, false);
        ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
        CallTerms terms = terms(method, call);
        return undeclared(call, () -> calls.call(method, parameters, terms));
    }

    @Override
    public <Q, R extends @Nullable Object> CompletionStage<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, false);
        if (interceptors.none()) {
            return calls.callAsync(method, parameters, options.terms(method, policy(method)));
        }
        ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
        CallTerms terms = terms(method, call);
        return call.watch(calls.callAsync(method, parameters, terms));
    }

    @Override
    public <Q, R> RpcStream<R> serverStream(MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, true);
        ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
        CallTerms terms = terms(method, call);
        return pulled(call, () -> streams.serverStream(method, parameters, terms));
    }

    @Override
    public <Q, I, R extends @Nullable Object> R clientStream(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        requireStreams(method, true, false);
        Items<I> upload = PulledStream.items(items);
        ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
        CallTerms terms = terms(method, call);
        return undeclared(call, () -> streams.clientStream(method, parameters, upload, terms));
    }

    @Override
    public <Q, I, R> RpcStream<R> bidirectional(
            MethodDescriptor<Q, R> method, Q parameters, RpcStream<I> items, CallOptions options) {
        requireStreams(method, true, true);
        Items<I> upload = PulledStream.items(items);
        ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
        CallTerms terms = terms(method, call);
        return pulled(call, () -> streams.bidirectional(method, parameters, upload, terms));
    }

    @Override
    public <Q, R> Flow.Publisher<R> serverStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
        requireStreams(method, false, true);
        return subscriber -> {
            ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
            CallTerms terms = terms(method, call);
            streams.serverStreamAsync(method, parameters, terms).subscribe(call.watch(subscriber));
        };
    }

    @Override
    public <Q, I, R extends @Nullable Object> CompletionStage<R> clientStreamAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        requireStreams(method, true, false);
        Objects.requireNonNull(items, "items");
        ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
        CallTerms terms = terms(method, call);
        return call.watch(streams.clientStreamAsync(method, parameters, items, terms));
    }

    @Override
    public <Q, I, R> Flow.Publisher<R> bidirectionalAsync(
            MethodDescriptor<Q, R> method, Q parameters, Flow.Publisher<I> items, CallOptions options) {
        requireStreams(method, true, true);
        Objects.requireNonNull(items, "items");
        return subscriber -> {
            ClientInterceptors.Passed call = interceptors.begin(method, parameters, options);
            CallTerms terms = terms(method, call);
            streams.bidirectionalAsync(method, parameters, items, terms).subscribe(call.watch(subscriber));
        };
    }

    private CallTerms terms(MethodDescriptor<?, ?> method, ClientInterceptors.Passed call) {
        try {
            return call.options().terms(method, policy(method));
        } catch (IllegalArgumentException refused) {
            call.refused(refused);
            throw refused;
        }
    }

    private CallPolicy policy(MethodDescriptor<?, ?> method) {
        return CallOptions.hedgeable(method) ? hedgeable : others;
    }

    private static void requireStreams(MethodDescriptor<?, ?> method, boolean request, boolean result) {
        if (method.streamsRequest() != request || method.streamsResult() != result) {
            throw new IllegalArgumentException(
                    "method " + method.fullName() + " has other streams; generated clients choose the right form");
        }
    }

    /** A call that may end with a declared error. */
    private interface DeclaringCall<R extends @Nullable Object> {
        R call() throws DeclaredErrorException;
    }

    private static <R extends @Nullable Object> R undeclared(ClientInterceptors.Passed passed, DeclaringCall<R> call) {
        R result;
        try {
            result = call.call();
        } catch (DeclaredErrorException declared) {
            passed.failed(declared);
            CallChannel.<RuntimeException>throwUndeclared(declared);
            throw new IllegalStateException("not reached", declared);
        } catch (RuntimeException | Error failure) {
            passed.failed(failure);
            throw failure;
        }
        passed.succeeded();
        return result;
    }

    private static <R> RpcStream<R> pulled(ClientInterceptors.Passed passed, Supplier<Items<R>> call) {
        try {
            return PulledStream.of(passed.watch(call.get()));
        } catch (RuntimeException | Error failure) {
            passed.failed(failure);
            throw failure;
        }
    }

    /** Throws a checked exception that the generated caller declares and this signature can't. */
    @SuppressWarnings("unchecked") // the cast vanishes when compiled; that is what lets the exception through
    private static <E extends Exception> void throwUndeclared(Exception declared) throws E {
        throw (E) declared;
    }
}
