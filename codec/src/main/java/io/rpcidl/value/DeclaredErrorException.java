package io.rpcidl.value;

import org.jspecify.annotations.Nullable;

/**
 * An error that a method declares with {@code throws}; generated classes extend it. It means that the handler ran and
 * answered with this error ({@link Outcome#EXECUTED}).
 */
public abstract class DeclaredErrorException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * For generated classes.
     *
     * @param message for people; it holds no sensitive field
     */
    protected DeclaredErrorException(@Nullable String message) {
        super(message);
    }

    /** Whether the schema's author promises that nothing was done when this error is raised ({@code rejects}). */
    public boolean rejects() {
        return false;
    }
}
