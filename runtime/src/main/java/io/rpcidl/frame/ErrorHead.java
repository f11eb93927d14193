package io.rpcidl.frame;

import io.rpcidl.value.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The payload of an ERROR (W-6.9), but for the body of a declared error, which begins where the reader stands.
 *
 * @param queueMicros how long the call waited at the server, unsigned
 * @param handlerMicros how long its handler ran, unsigned
 * @param dispatched whether the handler was entered
 * @param transientFailure whether trying again can help
 * @param declared the number of the declared error, or -1
 * @param totalLength bytes of the declared error's body in all frames, unsigned; 0 when none
 * @param code the runtime's code, 0 for a declared error
 * @param retryAfterMillis when to try again, 0 when not stated
 * @param correlation what to look for in the server's log, 0 when not stated
 * @param text for people, nobody parses it
 * @param metadata as it came or goes, or null
 */
public record ErrorHead(
        int queueMicros,
        int handlerMicros,
        boolean dispatched,
        boolean transientFailure,
        int declared,
        int totalLength,
        int code,
        long retryAfterMillis,
        long correlation,
        String text,
        @Nullable Bytes metadata) {

    /** Stands for: no declared error. */
    public static final int NOT_DECLARED = -1;

    private static final int METADATA = 1;
    private static final int DISPATCHED = 2;
    private static final int TRANSIENT = 4;
    private static final int DECLARED = 8;
    private static final int RETRY_AFTER = 16;
    private static final int CORRELATION = 32;
    private static final int KNOWN = (1 << 6) - 1;
    private static final int LONGEST_TEXT = 512;

    /** Reads the head, and the whole payload when the error is not a declared one. */
    public static ErrorHead read(PayloadReader in, int frameFlags) {
        int queue = in.u32();
        int handler = in.u32();
        int flags = in.u8();
        checkFlags(flags, frameFlags);
        Bytes metadata = (flags & METADATA) == 0 ? null : Bytes.of(in.sized(CallHead.LONGEST_METADATA));
        boolean dispatched = (flags & DISPATCHED) != 0;
        boolean transientFailure = (flags & TRANSIENT) != 0;
        if ((flags & DECLARED) != 0) {
            int number = in.varint();
            if (number <= 0) {
                throw new ProtocolViolation(
                        Clauses.ERROR_DECLARED, "a declared error's number is not from 1 to 2147483647");
            }
            int total = frameFlags == FrameHeader.MORE ? in.u32() : in.remaining();
            return new ErrorHead(queue, handler, true, transientFailure, number, total, 0, 0, 0, "", metadata);
        }
        int code = in.u8();
        long retryAfter = (flags & RETRY_AFTER) == 0 ? 0 : Integer.toUnsignedLong(in.u32());
        long correlation = (flags & CORRELATION) == 0 ? 0 : in.u64();
        String text = in.text(LONGEST_TEXT);
        in.requireEnd();
        return new ErrorHead(
                queue,
                handler,
                dispatched,
                transientFailure,
                NOT_DECLARED,
                0,
                code,
                retryAfter,
                correlation,
                text,
                metadata);
    }

    private static void checkFlags(int flags, int frameFlags) {
        if ((flags & ~KNOWN) != 0) {
            throw new ProtocolViolation(Clauses.ERROR, "ERROR with the reserved flags " + (flags & ~KNOWN));
        }
        boolean declared = (flags & DECLARED) != 0;
        if (declared && (flags & DISPATCHED) == 0) {
            throw new ProtocolViolation(Clauses.ERROR_DECLARED, "a declared error without the flag DISPATCHED");
        }
        if (declared && (flags & (RETRY_AFTER | CORRELATION)) != 0) {
            throw new ProtocolViolation(Clauses.ERROR_DECLARED, "a declared error with retry-after or correlation");
        }
        if (!declared && frameFlags == FrameHeader.MORE) {
            throw new ProtocolViolation(Clauses.ERROR, "ERROR that is not declared goes on in another frame");
        }
    }

    /** Writes the payload, up to the body when the error is a declared one, after {@link FrameWriter#begin}. */
    public void write(OutputBuffer out) {
        out.u32(queueMicros);
        out.u32(handlerMicros);
        int flags =
                (metadata == null ? 0 : METADATA) | (dispatched ? DISPATCHED : 0) | (transientFailure ? TRANSIENT : 0);
        if (declared != NOT_DECLARED) {
            out.u8(flags | DECLARED);
            metadata(out);
            out.varint(declared);
            return;
        }
        out.u8(flags | (retryAfterMillis == 0 ? 0 : RETRY_AFTER) | (correlation == 0 ? 0 : CORRELATION));
        metadata(out);
        out.u8(code);
        if (retryAfterMillis != 0) {
            out.u32((int) Math.min(retryAfterMillis, 0xFFFF_FFFFL));
        }
        if (correlation != 0) {
            out.u64(correlation);
        }
        out.sized(Drain.cut(text, LONGEST_TEXT));
    }

    private void metadata(OutputBuffer out) {
        if (metadata != null) {
            out.sized(metadata.toByteArray());
        }
    }
}
