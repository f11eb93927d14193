package io.rpcidl.value;

/** The call failed, and nobody knows whether the handler ran: to call again is safe only for readonly and idempotent methods. */
public final class MaybeExecutedException extends RpcException {

    private static final long serialVersionUID = 1;

    MaybeExecutedException(Failure failure, StackTrace stackTrace) {
        super(failure, stackTrace);
    }
}
