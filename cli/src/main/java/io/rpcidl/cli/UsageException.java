package io.rpcidl.cli;

/** A command that can't run as it was called; the message names what is wrong and says what to do. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    UsageException(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
