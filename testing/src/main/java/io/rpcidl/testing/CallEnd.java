package io.rpcidl.testing;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import org.jspecify.annotations.Nullable;

/**
 * How a call has ended: with a result, a declared error, a failure of the runtime, or something that no call ends with.
 *
 * @param failure what was thrown, or null
 */
public record CallEnd(@Nullable Throwable failure) {
    static CallEnd returned() {
        return new CallEnd(null);
    }

    static CallEnd failed(Throwable failure) {
        return new CallEnd(failure);
    }

    /** What its caller knows; null for something that no call ends with. */
    @Nullable
    Outcome outcome() {
        if (failure instanceof RpcException known) {
            return known.outcome();
        }
        return failure == null || failure instanceof DeclaredErrorException ? Outcome.EXECUTED : null;
    }

    @Nullable
    RpcException rpcFailure() {
        return failure instanceof RpcException known ? known : null;
    }

    @Override
    public String toString() {
        if (failure instanceof RpcException known) {
            return known.outcome() + " with " + known.code() + " in the phase '" + known.phase() + "': "
                    + known.getMessage();
        }
        return failure == null ? "a result" : failure.toString();
    }
}
