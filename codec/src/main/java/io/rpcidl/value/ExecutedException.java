package io.rpcidl.value;

/** The call failed after the server had entered the handler, and the server said so; the effects may be partial. */
public final class ExecutedException extends RpcException {

    private static final long serialVersionUID = 1;

    ExecutedException(Failure failure, StackTrace stackTrace) {
        super(failure, stackTrace);
    }
}
