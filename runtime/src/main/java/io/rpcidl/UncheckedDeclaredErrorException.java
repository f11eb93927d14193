package io.rpcidl;

import io.rpcidl.value.DeclaredErrorException;
import java.util.Objects;

/**
 * An error that a method declares, where no checked exception can pass: in a loop or a pipeline over an {@link RpcStream}. Its
 * cause is the error.
 */
public final class UncheckedDeclaredErrorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Wraps {@code error}. */
    public UncheckedDeclaredErrorException(DeclaredErrorException error) {
        super(Objects.requireNonNull(error, "error").getMessage(), error);
    }

    /** The error. */
    @Override
    public synchronized DeclaredErrorException getCause() {
        return (DeclaredErrorException) Objects.requireNonNull(super.getCause());
    }
}
