package io.rpcidl;

import io.rpcidl.value.CallRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Stands around every call that a server answers: for authentication, limits, logs, measurements.
 *
 * <p>{@link #before} and {@link #arguments} run in the order in which the interceptors were added, {@link #after} in the
 * opposite one; {@code after} is called for every interceptor whose {@code before} was, once, whatever happened. All of them run
 * on the thread of what they stand beside: the handler's thread, or, for {@code after} of an asynchronous handler, the one that
 * completes its stage.
 */
public interface ServerInterceptor {
    /**
     * Before the arguments are decoded: method, metadata and peer are known. To throw refuses the call, as not executed: a
     * {@link CallRefusedException} with its code, anything else as INTERNAL with a correlation id.
     */
    default void before(CallContext call) {}

    /** The arguments are decoded; the handler was not entered. To throw refuses the call likewise. */
    default void arguments(CallContext call, @Nullable Object arguments) {}

    /** The call has ended, or was refused; what is thrown here takes the place of the answer. */
    default void after(CallContext call, CallEnd end) {}
}
