package io.rpcidl.simulation.host;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;

/**
 * What requests and answers carry.
 *
 * @param operation the number of the operation
 * @param body octets that follow from the number and from who sends, so that a mix-up shows
 */
public record Packet(long operation, Bytes body) {
    private static final int PATTERN = 2 << 20;
    private static final byte[] OCTETS = octets();

    static StructCodec<Packet> codec() {
        return PacketCodec.INSTANCE;
    }

    /** The request of an operation. */
    public static Packet request(int operation, int size) {
        return new Packet(operation, Bytes.of(OCTETS, operation * 31 % 65_521, size));
    }

    /** The answer to it. */
    public static Packet answer(int operation, int size) {
        return new Packet(operation, Bytes.of(OCTETS, (operation * 31 + 7) % 65_521, size));
    }

    /** An item of a stream of an operation. */
    public static Packet item(int operation, int index, int size) {
        return new Packet(
                ((long) operation << 32) | index, Bytes.of(OCTETS, (operation * 31 + index * 17) % 65_521, size));
    }

    private static byte[] octets() {
        byte[] octets = new byte[PATTERN];
        long state = 1;
        for (int i = 0; i < PATTERN; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            octets[i] = (byte) (state >>> 56);
        }
        return octets;
    }

    private static final class PacketCodec extends StructCodec<Packet> {
        static final PacketCodec INSTANCE = new PacketCodec();

        private PacketCodec() {
            super(
                    "Packet",
                    Shape.builder().field(1, Kind.INT64).field(2, Kind.BYTES).build());
        }

        @Override
        protected void writeValues(Encoder out, Packet value) {
            out.i64(value.operation());
            out.bytes(value.body());
        }

        @Override
        protected Packet readValues(Decoder in) {
            long operation = in.i64();
            return new Packet(operation, in.bytes());
        }

        @Override
        protected Packet readFields(Decoder in) {
            in.require(1, Kind.INT64, "operation");
            long operation = in.i64();
            in.require(2, Kind.BYTES, "body");
            return new Packet(operation, in.bytes());
        }
    }
}
