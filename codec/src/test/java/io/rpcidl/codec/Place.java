package io.rpcidl.codec;

import io.rpcidl.codec.sample.Corner;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.value.Kind;
import java.util.List;

/**
 * Where in a message a value can stand. Each limit is tested in all of these places: a guard on the main path only is no
 * guard.
 */
enum Place {
    /** A field that is always there: in the straight line first, then in general. */
    FIELD("result.result") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(codec), entry(1, codec), value);
        }
    },
    OPTIONAL_FIELD("Optional.value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(new Optional<>(codec), entry(1, codec), value);
        }
    },
    NESTED_FIELD("result.result.value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(new Optional<>(codec)), "01 1D" + entry(1, codec), value);
        }
    },
    PARAMETER("Orders.get.value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.parameter("Orders.get", 3, "value", codec), entry(3, codec), value);
        }
    },
    /** The body of a declared error is the struct of its fields. */
    ERROR_FIELD("NoSuchOrder.value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            StructCodec<?> body = Codecs.parameter("NoSuchOrder", 1, "value", codec);
            return placed(body, entry(1, codec), value);
        }
    },
    ITEM("result.result[0]") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(boxedList(codec)), "01 1E" + kind(codec) + "01", value);
        }
    },
    UNIFORM_ITEM("result.result[0].value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(Codecs.list(item(codec))), "01 1E 1D 01" + entry(1, codec), value);
        }
    },
    /** A uniform list with a field more than the schema has, so that it is not read in the straight line. */
    NEWER_UNIFORM_ITEM("result.result[0].value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            String shape = "02" + octet(0x10 | codec.kind().code()) + "12";
            return placed(Codecs.result(Codecs.list(item(codec))), "01 1E 1D 01" + shape, value)
                    .followedBy("00");
        }
    },
    KEY("result.result[0].key") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(Codecs.map(codec, Codecs.I8)), "01 1F" + kind(codec) + "02 01", value)
                    .followedBy("00");
        }

        @Override
        boolean takes(Kind kind) {
            return kind.key();
        }
    },
    MAP_VALUE("result.result[0].value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(Codecs.map(Codecs.I8, codec)), "01 1F 02" + kind(codec) + "01 00", value);
        }
    },
    SET_ELEMENT("result.result[0]") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(Codecs.set(codec)), "01 1E" + kind(codec) + "01", value);
        }

        @Override
        boolean takes(Kind kind) {
            return kind.key();
        }
    },
    VARIANT("result.result.value") {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(new One<>(codec)), "01 1D" + entry(1, codec), value);
        }
    },
    UNKNOWN_FIELD("empty.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.EMPTY, entry(9, codec), value);
        }
    },
    /** An unknown field that an open struct keeps. */
    KEPT_FIELD("Corner.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Corner.CODEC, "02 12" + octet(8 << 4 | codec.kind().code()) + "00", value);
        }
    },
    KEPT_ITEM_FIELD("result.result[0].#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            String shape = "02 12" + octet(8 << 4 | codec.kind().code());
            return placed(Codecs.result(Codecs.list(Corner.CODEC)), "01 1E 1D 01" + shape + "00", value);
        }
    },
    UNKNOWN_ITEM("empty.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.EMPTY, "01 9E" + kind(codec) + "01", value);
        }
    },
    UNKNOWN_UNIFORM_ITEM("empty.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.EMPTY, "01 9E 1D 01" + entry(1, codec), value);
        }
    },
    UNKNOWN_MAP_VALUE("empty.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.EMPTY, "01 9F 02" + kind(codec) + "01 00", value);
        }
    },
    UNKNOWN_KEY("empty.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.EMPTY, "01 9F" + kind(codec) + "02 01", value).followedBy("00");
        }

        @Override
        boolean takes(Kind kind) {
            return kind.key();
        }
    },
    UNKNOWN_VARIANT("result.result.#9", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(Payment.CODEC), "01 1D" + entry(9, codec), value);
        }
    },
    VALUELESS_VARIANT("result.result.cash", false) {
        @Override
        Placed put(Codec<?> codec, String value) {
            return placed(Codecs.result(Payment.CODEC), "01 1D 03 0D AC02" + entry(9, codec), value);
        }
    };

    private final String path;
    private final boolean known;

    Place(String path) {
        this(path, true);
    }

    Place(String path, boolean known) {
        this.path = path;
        this.known = known;
    }

    /** A message that holds the octets of a value here, and the codec that reads it. */
    abstract Placed put(Codec<?> codec, String value);

    /** Whether values of this kind can stand here. */
    boolean takes(Kind kind) {
        return true;
    }

    /** Whether the reader knows the type of what stands here, not only its kind. */
    boolean known() {
        return known;
    }

    /** How problems here are told; they may go on with what is inside the value. */
    String path() {
        return path;
    }

    private static Placed placed(StructCodec<?> codec, String head, String value) {
        byte[] before = Octets.of(head);
        return new Placed(codec, Octets.join(before, Octets.of(value)), before.length);
    }

    /** The shape of one field. */
    private static String entry(int number, Codec<?> codec) {
        return "01" + octet(number << 4 | codec.kind().code());
    }

    private static String kind(Codec<?> codec) {
        return octet(codec.kind().code());
    }

    private static String octet(int octet) {
        return String.format("%02X", octet);
    }

    /** A list whose elements are read one by one, also when they are numbers. */
    private static <T> Codec<List<T>> boxedList(Codec<T> codec) {
        return Codecs.list(Codecs.named(codec, value -> value, value -> value));
    }

    private static <T> StructCodec<T> item(Codec<T> codec) {
        return Codecs.parameter("Item", 1, "value", codec);
    }

    /** A message; the value stands in it from an offset on. */
    record Placed(StructCodec<?> codec, byte[] message, int at) {

        Placed followedBy(String octets) {
            return new Placed(codec, Octets.join(message, Octets.of(octets)), at);
        }
    }

    /** A struct of one optional field, which is not read in a straight line. */
    static final class Optional<T> extends StructCodec<java.util.Optional<T>> {

        private final Codec<T> codec;

        Optional(Codec<T> codec) {
            super("Optional", 1);
            this.codec = codec;
        }

        @Override
        protected void writeShape(Encoder out, java.util.Optional<T> value) {
            if (value.isPresent()) {
                out.field(1, codec.kind());
            }
        }

        @Override
        protected void writeValues(Encoder out, java.util.Optional<T> value) {
            value.ifPresent(present -> codec.write(out, present));
        }

        @Override
        protected java.util.Optional<T> readFields(Decoder in) {
            return in.present(1, codec.kind(), "value")
                    ? java.util.Optional.of(codec.read(in))
                    : java.util.Optional.empty();
        }
    }

    /** A union of one variant. */
    static final class One<T> extends UnionCodec<T> {

        private final Codec<T> codec;

        One(Codec<T> codec) {
            super("One");
            this.codec = codec;
        }

        @Override
        protected void writeVariant(Encoder out, T value) {
            out.variant(1, codec.kind());
            codec.write(out, value);
        }

        @Override
        protected T readVariant(Decoder in, int number) {
            in.expect(codec.kind(), "value");
            return codec.read(in);
        }
    }
}
