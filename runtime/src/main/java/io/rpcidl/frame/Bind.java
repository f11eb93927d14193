package io.rpcidl.frame;

import java.nio.charset.StandardCharsets;

/**
 * Names a service once (W-5.7).
 *
 * @param index what calls will carry, 0 to 65,535
 * @param hash of the schema that the caller was built from
 * @param name the service's full name, 1 to 255 bytes of UTF-8
 */
public record Bind(int index, SchemaHash hash, String name) {

    /** The largest index. */
    public static final int LARGEST_INDEX = 65_535;
    /** The longest name in bytes. */
    public static final int LONGEST_NAME = 255;

    /** Reads the payload of a BIND. */
    public static Bind read(PayloadReader in) {
        int index = readIndex(in);
        SchemaHash hash = SchemaHash.read(in);
        String name = in.text(LONGEST_NAME);
        in.requireEnd();
        if (name.isEmpty()) {
            throw new ProtocolViolation(Clauses.BIND, "BIND without a name");
        }
        return new Bind(index, hash, name);
    }

    /** Writes a whole BIND frame. */
    public void write(FrameWriter out) {
        out.begin(FrameType.BIND, 0);
        out.buffer().varint(index);
        hash.write(out.buffer());
        out.buffer().sized(name.getBytes(StandardCharsets.UTF_8));
        out.finish(0);
    }

    static int readIndex(PayloadReader in) {
        int index = in.varint();
        if (index < 0 || index > LARGEST_INDEX) {
            throw new ProtocolViolation(
                    Clauses.BIND, "the service index " + Integer.toUnsignedString(index) + " is above 65535");
        }
        return index;
    }
}
