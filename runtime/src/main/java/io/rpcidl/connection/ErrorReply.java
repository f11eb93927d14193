package io.rpcidl.connection;

import io.rpcidl.value.RpcCode;

/**
 * An ERROR as the call layer asks for it; whether the call was dispatched is not its to say, the connection knows.
 *
 * @param code the runtime's code, one that travels
 * @param text for people, cut to 512 bytes of UTF-8
 * @param recovery whether trying again can help
 * @param retryAfterMillis when to try again, 0 for: not stated
 * @param correlation what to look for in this server's log, 0 for: not stated
 */
public record ErrorReply(RpcCode code, String text, Recovery recovery, long retryAfterMillis, long correlation) {

    /** Whether trying again can help. */
    public enum Recovery {
        /** The same call fails again. */
        LASTING,
        /** The same call may succeed a little later. */
        TRANSIENT
    }

    /** Refuses codes that never travel. */
    public ErrorReply {
        if (!code.onTheWire()) {
            throw new IllegalArgumentException(code + " never travels, use a code of the wire");
        }
    }

    /** An error that trying again does not cure. */
    public static ErrorReply lasting(RpcCode code, String text) {
        return new ErrorReply(code, text, Recovery.LASTING, 0, 0);
    }

    /** An error that may have gone a little later. */
    public static ErrorReply passing(RpcCode code, String text) {
        return new ErrorReply(code, text, Recovery.TRANSIENT, 0, 0);
    }

    /** The same error with a time to wait. */
    public ErrorReply withRetryAfterMillis(long millis) {
        return new ErrorReply(code, text, recovery, millis, correlation);
    }

    /** The same error with a number that this server's log has too. */
    public ErrorReply withCorrelation(long number) {
        return new ErrorReply(code, text, recovery, retryAfterMillis, number);
    }
}
