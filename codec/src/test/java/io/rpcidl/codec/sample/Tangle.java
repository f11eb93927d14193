package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.UnionCodec;
import io.rpcidl.codec.UnknownValue;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Values;
import java.util.List;
import java.util.Map;

/** A union that holds itself in every way that a union can. */
public sealed interface Tangle {

    UnionCodec<Tangle> CODEC = new TangleCodec();

    record OfEnd() implements Tangle {}

    record OfUnion(Tangle inner) implements Tangle {}

    record OfList(List<Tangle> inner) implements Tangle {

        public OfList {
            inner = Values.list(inner, "inner");
        }
    }

    record OfMap(Map<String, Tangle> inner) implements Tangle {

        public OfMap {
            inner = Values.map(inner, "inner");
        }
    }

    record OfNode(Node node) implements Tangle {}

    record Unknown(UnknownValue value) implements Tangle {}

    final class TangleCodec extends UnionCodec<Tangle> {

        private static final Codec<List<Tangle>> LIST = Codecs.list(Codecs.deferred(() -> CODEC));
        private static final Codec<Map<String, Tangle>> MAP = Codecs.map(Codecs.STRING, Codecs.deferred(() -> CODEC));

        private TangleCodec() {
            super("Tangle");
        }

        @Override
        protected void writeVariant(Encoder out, Tangle value) {
            if (value instanceof OfEnd) {
                out.emptyVariant(1);
            } else if (value instanceof OfUnion variant) {
                out.variant(2, Kind.STRUCT);
                CODEC.write(out, variant.inner());
            } else if (value instanceof OfList variant) {
                out.variant(3, Kind.LIST);
                LIST.write(out, variant.inner());
            } else if (value instanceof OfMap variant) {
                out.variant(4, Kind.MAP);
                MAP.write(out, variant.inner());
            } else if (value instanceof OfNode variant) {
                out.variant(5, Kind.STRUCT);
                Node.CODEC.write(out, variant.node());
            } else if (value instanceof Unknown variant) {
                out.unknownVariant(variant.value());
            }
        }

        @Override
        protected Tangle readVariant(Decoder in, int number) {
            switch (number) {
                case 1 -> {
                    return in.emptyVariant("end", new OfEnd());
                }
                case 2 -> {
                    in.expect(Kind.STRUCT, "union");
                    return new OfUnion(CODEC.read(in));
                }
                case 3 -> {
                    in.expect(Kind.LIST, "list");
                    return new OfList(LIST.read(in));
                }
                case 4 -> {
                    in.expect(Kind.MAP, "map");
                    return new OfMap(MAP.read(in));
                }
                case 5 -> {
                    in.expect(Kind.STRUCT, "node");
                    return new OfNode(Node.CODEC.read(in));
                }
                default -> {
                    return new Unknown(in.unknownVariant());
                }
            }
        }
    }
}
