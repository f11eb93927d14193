package io.rpcidl.frame;

import java.util.List;

/**
 * Opens each direction of a connection (W-5.1 to W-5.6).
 *
 * @param versions that the sender speaks; an accepting end states exactly the chosen one
 * @param limits what the sender accepts
 * @param incarnation a number that a restarted process does not share with its predecessor, 0 when not stated
 * @param features bits, none is in use
 * @param implementation a name for logs, at most 128 bytes of UTF-8
 */
public record Hello(
        List<Integer> versions, ConnectionLimits limits, long incarnation, long features, String implementation) {

    /** The version of this implementation. */
    public static final int VERSION = 1;
    /** The longest HELLO. */
    public static final int LONGEST = 4_096;

    static final int MAGIC = 0x69637072;
    static final int CRITICAL = 0x8000;
    static final int INCARNATION = 10;
    static final int FEATURES = 11;
    static final int IMPLEMENTATION = 12;
    static final int LONGEST_IMPLEMENTATION = 128;

    /** Copies the list. */
    public Hello {
        versions = List.copyOf(versions);
    }

    /** Reads the payload of a HELLO. */
    public static Hello read(PayloadReader in) {
        return new HelloReader(in).read();
    }

    /** Writes a whole HELLO frame. */
    public void write(FrameWriter out) {
        out.begin(FrameType.HELLO, 0);
        OutputBuffer buffer = out.buffer();
        buffer.u32(MAGIC);
        buffer.u8(versions.size());
        for (int version : versions) {
            buffer.u16(version);
        }
        u32(buffer, 1, limits.largestFrame());
        u32(buffer, 2, limits.largestMessage());
        u32(buffer, 3, limits.callsInFlight());
        u64(buffer, 4, limits.requestBytes());
        u32(buffer, 5, limits.streamCredit());
        u32(buffer, 6, limits.idleTimeoutMillis());
        u32(buffer, 7, limits.pingIntervalMillis());
        u64(buffer, INCARNATION, incarnation);
        u64(buffer, FEATURES, features);
        byte[] name = Drain.cut(implementation, LONGEST_IMPLEMENTATION);
        buffer.u16(IMPLEMENTATION);
        buffer.u16(name.length);
        buffer.bytes(name, 0, name.length);
        out.finish(0);
    }

    private static void u32(OutputBuffer buffer, int id, long value) {
        buffer.u16(id);
        buffer.u16(4);
        buffer.u32((int) value);
    }

    private static void u64(OutputBuffer buffer, int id, long value) {
        buffer.u16(id);
        buffer.u16(8);
        buffer.u64(value);
    }
}
