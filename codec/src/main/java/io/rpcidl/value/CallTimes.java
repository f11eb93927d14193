package io.rpcidl.value;

/**
 * Where the time of a call went, in nanoseconds; {@link #UNKNOWN} stands for a part that nobody measured.
 *
 * @param connectNanos until there was a connection
 * @param waitNanos in the queue of the connection, until the whole request was handed to the transport
 * @param queueNanos in the server's queue, as the server says
 * @param handlerNanos in the server's handler, as the server says
 * @param totalNanos on this side, from the call to its end, all attempts together
 */
public record CallTimes(long connectNanos, long waitNanos, long queueNanos, long handlerNanos, long totalNanos) {

    /** A part that was not measured. */
    public static final long UNKNOWN = -1;

    /** Nothing was measured. */
    public static final CallTimes NONE = new CallTimes(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    public CallTimes {
        if (connectNanos < UNKNOWN
                || waitNanos < UNKNOWN
                || queueNanos < UNKNOWN
                || handlerNanos < UNKNOWN
                || totalNanos < UNKNOWN) {
            throw new IllegalArgumentException("times must not be negative");
        }
    }

    /** Only the time on this side is known. */
    public static CallTimes total(long totalNanos) {
        return new CallTimes(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, totalNanos);
    }

    /** What is left of the total: on the network, or in the transports of both sides; unknown while a part is. */
    public long transferNanos() {
        if (connectNanos == UNKNOWN || waitNanos == UNKNOWN || queueNanos == UNKNOWN || handlerNanos == UNKNOWN) {
            return UNKNOWN;
        }
        return Math.max(0, totalNanos - connectNanos - waitNanos - queueNanos - handlerNanos);
    }
}
