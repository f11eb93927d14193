package io.rpcidl.processes.load;

import io.rpcidl.value.RpcException;
import java.util.concurrent.CompletionException;

/** What the caller of a call was told in the end. */
public enum Told {
    /** A result, or the whole of a stream. */
    OK,
    /** It failed behind the beginning of its handler. */
    EXECUTED,
    /** Its handler was not entered and never will be. */
    NOT_EXECUTED,
    /** Not known. */
    MAYBE_EXECUTED,
    /** A oneway call has left; that says nothing about its handler. */
    HANDED_OVER;

    /**
     * What an exception tells.
     *
     * @throws IllegalStateException when it is none that a call may fail with
     */
    static Told by(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof RpcException known) {
            return switch (known.outcome()) {
                case EXECUTED -> EXECUTED;
                case NOT_EXECUTED -> NOT_EXECUTED;
                case MAYBE_EXECUTED -> MAYBE_EXECUTED;
            };
        }
        throw new IllegalStateException("a call has failed without an outcome", failure);
    }
}
