package io.rpcidl;

import io.rpcidl.codec.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands around every call that a client makes: to add metadata, for logs and measurements.
 *
 * <p>{@link #before} runs on the caller's thread, in the order in which the interceptors were added; {@link #after} runs in the
 * opposite one, on the thread that is given the result, right before it: the caller's, or the client's executor.
 */
public interface ClientInterceptor {
    /**
     * Before the arguments are encoded; the options that it returns are those of the call. What it throws fails the call,
     * which was not executed, as it is.
     */
    default CallOptions before(MethodDescriptor<?, ?> method, @Nullable Object arguments, CallOptions options) {
        return options;
    }

    /** The call has ended: a stream also when its taker has closed it. It must not throw. */
    default void after(MethodDescriptor<?, ?> method, CallEnd end) {}
}
