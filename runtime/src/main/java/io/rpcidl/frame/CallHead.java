package io.rpcidl.frame;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The head of a CALL before its arguments (W-6.3); one object is read into again and again. */
public final class CallHead {

    /** Stated as no deadline. */
    public static final int NO_DEADLINE = 0;
    /** The longest metadata in bytes. */
    public static final int LONGEST_METADATA = 8_192;

    private static final int METADATA = 1;
    private static final int TRACE = 2;
    private static final int SESSION = 4;
    private static final int ONEWAY = 8;
    private static final int RESULT_STREAM = 16;
    private static final int REQUEST_STREAM = 32;
    private static final int STREAMS = RESULT_STREAM | REQUEST_STREAM;
    private static final int KNOWN = METADATA | TRACE | SESSION | ONEWAY | STREAMS;
    private static final int TRACE_BYTES = 26;
    private static final int SESSION_BYTES = 16;
    private static final int MILLIS = 1 << 31;

    private int remaining;
    private int flags;
    private int service;
    private int method;
    private byte @Nullable [] metadata;
    private int totalLength;

    /** Reads the head; the arguments begin where the reader stands. */
    public void read(PayloadReader in, int frameFlags) {
        remaining = in.u32();
        flags = in.u8();
        if ((flags & ~KNOWN) != 0) {
            throw new ProtocolViolation(Clauses.CALL_FLAGS, "CALL with the reserved flags " + (flags & ~KNOWN));
        }
        if ((flags & ONEWAY) != 0 && (flags & STREAMS) != 0) {
            throw new ProtocolViolation(Clauses.STREAM_FLAGS, "a oneway CALL with a stream");
        }
        if (frameFlags == 0 && (flags & REQUEST_STREAM) == 0) {
            throw new ProtocolViolation(Clauses.CALL_END, "CALL with neither MORE nor END and without REQUEST_STREAM");
        }
        service = Bind.readIndex(in);
        method = in.varint();
        metadata = (flags & METADATA) == 0 ? null : in.sized(LONGEST_METADATA);
        in.skip((flags & TRACE) == 0 ? 0 : TRACE_BYTES);
        in.skip((flags & SESSION) == 0 ? 0 : SESSION_BYTES);
        totalLength = frameFlags == FrameHeader.MORE ? in.u32() : in.remaining();
    }

    /**
     * Writes the head of a CALL after {@link FrameWriter#begin}.
     *
     * @param remainingNanos until the deadline, above 0; {@code Long.MAX_VALUE} is no deadline
     */
    public static void write(
            OutputBuffer out, long remainingNanos, CallKind kind, int service, int method, byte @Nullable [] metadata) {
        out.u32(remaining(remainingNanos));
        out.u8((metadata == null ? 0 : METADATA) | flags(kind));
        out.varint(service);
        out.varint(method);
        if (metadata != null) {
            out.sized(metadata);
        }
    }

    /** Nanoseconds until the deadline, {@code Long.MAX_VALUE} when there is none. */
    public long remainingNanos() {
        if (remaining == NO_DEADLINE) {
            return Long.MAX_VALUE;
        }
        return remaining > 0
                ? TimeUnit.MICROSECONDS.toNanos(remaining)
                : TimeUnit.MILLISECONDS.toNanos(remaining & ~MILLIS);
    }

    /** Which messages belong to the call. */
    public CallKind kind() {
        return oneway()
                ? CallKind.ONEWAY
                : CallKind.streaming((flags & REQUEST_STREAM) != 0, (flags & RESULT_STREAM) != 0);
    }

    /** Whether the caller wants no answer. */
    public boolean oneway() {
        return (flags & ONEWAY) != 0;
    }

    /** Whether the call claims to belong to a session. */
    public boolean session() {
        return (flags & SESSION) != 0;
    }

    /** The index that a BIND has named. */
    public int service() {
        return service;
    }

    /** The method's number. */
    public int method() {
        return method;
    }

    /** The metadata as it came, or null. */
    public byte @Nullable [] metadata() {
        return metadata;
    }

    /** Bytes of the arguments in all frames, unsigned. */
    public int totalLength() {
        return totalLength;
    }

    private static int flags(CallKind kind) {
        return (kind == CallKind.ONEWAY ? ONEWAY : 0)
                | (kind.streamsResult() ? RESULT_STREAM : 0)
                | (kind.streamsRequest() ? REQUEST_STREAM : 0);
    }

    private static int remaining(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return NO_DEADLINE;
        }
        long micros = nanos / 1_000;
        if (micros <= Integer.MAX_VALUE) {
            return (int) Math.max(micros, 1);
        }
        return (int) Math.min(nanos / 1_000_000, Integer.MAX_VALUE) | MILLIS;
    }
}
