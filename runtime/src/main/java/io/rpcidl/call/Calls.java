package io.rpcidl.call;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.value.DeclaredErrorException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes calls, whichever way they go; any thread. */
public interface Calls {
    /**
     * Calls and waits.
     *
     * @throws IllegalStateException on a thread that delivers replies
     * @throws DeclaredErrorException when the server answers with an error that the method declares
     */
    <Q, R extends @Nullable Object> R call(MethodDescriptor<Q, R> method, Q parameters, CallTerms terms)
            throws DeclaredErrorException;

    /** Calls; the future completes on the executor of the settings, or at once when the call can't be made. */
    <Q, R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<Q, R> method, Q parameters, CallTerms terms);

    /** The calls that have streams. */
    ClientStreams streams();
}
