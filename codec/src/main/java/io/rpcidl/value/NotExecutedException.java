package io.rpcidl.value;

/** The call failed, and the handler was not entered and never will be: to call again is safe. */
public final class NotExecutedException extends RpcException {

    private static final long serialVersionUID = 1;

    NotExecutedException(Failure failure, StackTrace stackTrace) {
        super(failure, stackTrace);
    }
}
