package io.rpcidl.schema;

/** A descriptor that no compiler has made; the message names the place and says what is wrong with it. */
public final class InvalidDescriptorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, in words. */
    public InvalidDescriptorException(String message) {
        super(message);
    }

    /** What is wrong, in words, and what was thrown when it was found. */
    public InvalidDescriptorException(String message, Throwable cause) {
        super(message, cause);
    }
}
