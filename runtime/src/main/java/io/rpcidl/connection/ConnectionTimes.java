package io.rpcidl.connection;

import java.util.concurrent.TimeUnit;

/**
 * The timeouts of a connection in nanoseconds, all above 0.
 *
 * @param hello until the peer's HELLO must be here
 * @param frame from the first byte of a frame to its last
 * @param drain from a graceful DRAIN to the end
 * @param keepAlive of silence, with calls that wait or are in flight, before a connecting end sends PING, and again before it gives up
 * @param close from {@link ConnectionEvents#closeTransport} until the transport is reset
 */
public record ConnectionTimes(long hello, long frame, long drain, long keepAlive, long close) {

    /** 5 s, 15 s, 30 s, 10 s and 5 s. */
    public static final ConnectionTimes DEFAULT = new ConnectionTimes(
            TimeUnit.SECONDS.toNanos(5),
            TimeUnit.SECONDS.toNanos(15),
            TimeUnit.SECONDS.toNanos(30),
            TimeUnit.SECONDS.toNanos(10),
            TimeUnit.SECONDS.toNanos(5));

    /** The same times with another one for a graceful end. */
    public ConnectionTimes withDrain(long nanos) {
        return new ConnectionTimes(hello, frame, nanos, keepAlive, close);
    }

    /** Refuses a timeout that is over before it begins. */
    public ConnectionTimes {
        if (hello <= 0 || frame <= 0 || drain <= 0 || keepAlive <= 0 || close <= 0) {
            throw new IllegalArgumentException("a timeout of a connection must be above 0 nanoseconds");
        }
    }
}
