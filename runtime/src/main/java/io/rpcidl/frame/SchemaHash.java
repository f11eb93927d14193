package io.rpcidl.frame;

/**
 * The 16 opaque octets that stand for a service's canonical schema (W-5.7).
 *
 * @param first the octets 0 to 7, little-endian
 * @param second the octets 8 to 15, little-endian
 */
public record SchemaHash(long first, long second) {

    /** No hash: sixteen zeros. */
    public static final SchemaHash NONE = new SchemaHash(0, 0);

    static SchemaHash read(PayloadReader in) {
        return new SchemaHash(in.u64(), in.u64());
    }

    void write(OutputBuffer out) {
        out.u64(first);
        out.u64(second);
    }
}
