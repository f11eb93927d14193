package io.rpcidl.compiler.compat;

/** A baseline that can't be opened; the message says why, in a sentence for the user. */
public final class BaselineException extends Exception {

    private static final long serialVersionUID = 1;

    BaselineException(String message) {
        super(message);
    }
}
