package io.rpcidl.value;

/**
 * Where the time of a call went, in nanoseconds; {@link #UNKNOWN} stands for a part that nobody measured.
 *
 * @param queueNanos in the server's queue, as the server says
 * @param handlerNanos in the server's handler, as the server says
 * @param totalNanos on this side, from the call to its end, all attempts together
 */
public record CallTimes(long queueNanos, long handlerNanos, long totalNanos) {

    /** A part that was not measured. */
    public static final long UNKNOWN = -1;

    /** Nothing was measured. */
    public static final CallTimes NONE = new CallTimes(UNKNOWN, UNKNOWN, UNKNOWN);

    public CallTimes {
        if (queueNanos < UNKNOWN || handlerNanos < UNKNOWN || totalNanos < UNKNOWN) {
            throw new IllegalArgumentException("times must not be negative");
        }
    }

    /** Only the time on this side is known. */
    public static CallTimes total(long totalNanos) {
        return new CallTimes(UNKNOWN, UNKNOWN, totalNanos);
    }
}
