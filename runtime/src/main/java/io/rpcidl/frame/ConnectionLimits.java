package io.rpcidl.frame;

/**
 * What one end announces in its HELLO and accepts from its peer for as long as the connection lives (W-5.6).
 *
 * @param largestFrame bytes of the largest payload of a frame, 16,384 to 16,777,215
 * @param largestMessage bytes of the largest message, 65,536 to 2,147,483,639
 * @param callsInFlight calls that may be in flight, 16 to 1,048,576, or 0: offers no services
 * @param requestBytes bytes of requests that may be in flight, at least 1 MiB; a call costs its arguments and 64 bytes
 * @param streamCredit bytes that each stream may send at first, at least 65,536
 * @param idleTimeoutMillis when a connection without calls is closed; 0 is never
 * @param pingIntervalMillis the smallest distance of two PINGs that it accepts
 */
public record ConnectionLimits(
        int largestFrame,
        int largestMessage,
        int callsInFlight,
        long requestBytes,
        long streamCredit,
        long idleTimeoutMillis,
        long pingIntervalMillis) {

    /** Bytes that a call costs beside its arguments (W-7.2). */
    public static final int CALL_COST = 64;
    /** What may be assumed of a peer before its HELLO is here (W-5.5). */
    public static final ConnectionLimits MINIMUM =
            new ConnectionLimits(16_384, 65_536, 16, 1L << 20, 65_536, 0, 10_000);
    /** What this implementation announces unless it is told otherwise. */
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(65_536, 4 << 20, 4_096, 16L << 20, 65_536, 300_000, 10_000);

    private static final int MOST_CALLS = 1 << 20;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final long U32 = 0xFFFF_FFFFL;

    /** Refuses what no end may announce. */
    public ConnectionLimits {
        require("largest frame", largestFrame, 16_384, FrameHeader.LONGEST_PAYLOAD);
        require("largest message", largestMessage, 65_536, LARGEST_ARRAY);
        if (callsInFlight != 0) {
            require("calls in flight", callsInFlight, 16, MOST_CALLS);
        }
        require("request bytes", requestBytes, 1L << 20, Long.MAX_VALUE);
        require("stream credit", streamCredit, 65_536, Integer.MAX_VALUE);
        require("idle timeout", idleTimeoutMillis, 0, U32);
        require("ping interval", pingIntervalMillis, 0, U32);
    }

    /** The same limits with another largest message. */
    public ConnectionLimits withLargestMessage(int bytes) {
        return new ConnectionLimits(
                largestFrame, bytes, callsInFlight, requestBytes, streamCredit, idleTimeoutMillis, pingIntervalMillis);
    }

    /** The same limits with another number of calls in flight. */
    public ConnectionLimits withCallsInFlight(int calls) {
        return new ConnectionLimits(
                largestFrame, largestMessage, calls, requestBytes, streamCredit, idleTimeoutMillis, pingIntervalMillis);
    }

    /** The same limits with other request bytes. */
    public ConnectionLimits withRequestBytes(long bytes) {
        return new ConnectionLimits(
                largestFrame,
                largestMessage,
                callsInFlight,
                bytes,
                streamCredit,
                idleTimeoutMillis,
                pingIntervalMillis);
    }

    /** The same limits with another credit for new streams. */
    public ConnectionLimits withStreamCredit(long bytes) {
        return new ConnectionLimits(
                largestFrame,
                largestMessage,
                callsInFlight,
                requestBytes,
                bytes,
                idleTimeoutMillis,
                pingIntervalMillis);
    }

    /** The same limits with another idle timeout. */
    public ConnectionLimits withIdleTimeoutMillis(long millis) {
        return new ConnectionLimits(
                largestFrame, largestMessage, callsInFlight, requestBytes, streamCredit, millis, pingIntervalMillis);
    }

    /**
     * Limits as a peer has stated them.
     *
     * @throws ProtocolViolation by W-5.6 when one is outside its bounds
     */
    static ConnectionLimits stated(long[] values) {
        try {
            return new ConnectionLimits(
                    (int) Math.min(values[0], Integer.MAX_VALUE),
                    (int) Math.min(values[1], LARGEST_ARRAY),
                    (int) Math.min(values[2], values[2] == 0 ? 0 : MOST_CALLS),
                    values[3] < 0 ? Long.MAX_VALUE : values[3],
                    Math.min(values[4], Integer.MAX_VALUE),
                    values[5],
                    values[6]);
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation(Clauses.LIMIT_MINIMUM, String.valueOf(e.getMessage()));
        }
    }

    private static void require(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the limit '" + name + "' is " + value + ", legal are " + least + " to " + most);
        }
    }
}
