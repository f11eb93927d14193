package io.rpcidl.codec;

import static io.rpcidl.codec.HostileValue.of;
import static io.rpcidl.codec.HostileValue.toItsReader;

import io.rpcidl.codec.sample.Colour;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.value.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Rows A01 to A21 of the catalogue of hostile inputs, as far as one value can hold them. */
final class HostileValues {

    private static final String MOST_INT = "FFFFFFFF07";
    private static final String MOST = "FFFFFFFF0F";

    private static final Codec<List<Long>> LONGS = Codecs.list(Codecs.I64);
    private static final Codec<List<UUID>> UUIDS = Codecs.list(Codecs.UUID);
    private static final Codec<List<Node>> NODES = Codecs.list(Node.CODEC);
    private static final Codec<List<Line>> LINES = Codecs.list(Line.CODEC);
    private static final Codec<Set<String>> TEXTS = Codecs.set(Codecs.STRING);
    private static final Codec<Map<Byte, Byte>> BYTES_BY_BYTE = Codecs.map(Codecs.I8, Codecs.I8);

    private HostileValues() {}

    static Stream<HostileValue> all() {
        return Stream.of(lengths(), counts(), varints(), products(), runs(), texts(), octets(), shapes(), schemas())
                .flatMap(values -> values);
    }

    private static Stream<HostileValue> lengths() {
        return Stream.iterate(0, following -> following <= 8, following -> following + 1)
                .map(following -> MOST_INT + "00".repeat(following))
                .flatMap(octets -> Stream.of(
                        of("A01 string", Codecs.STRING, octets, "W-1.6"),
                        of("A01 limited string", Codecs.limited(Codecs.STRING, 5), octets, "W-1.6"),
                        of("A01 bytes", Codecs.BYTES, octets, "W-1.6"),
                        of("A01 decimal", Codecs.DECIMAL, octets, "W-1.6"),
                        of("A01 string in a union", Payment.CODEC, "01 2B" + octets, "W-1.6"),
                        of("A01 bytes in an unknown variant", Payment.CODEC, "01 9C" + octets, "W-1.6"),
                        of("A01 shape", Line.CODEC, octets, "W-1.6")));
    }

    private static Stream<HostileValue> counts() {
        return Stream.of(MOST_INT, MOST)
                .flatMap(count -> Stream.of(
                        of("A02 packed", LONGS, "05" + count, "W-3.17"),
                        of("A02 references", UUIDS, "09" + count, "W-3.17"),
                        of("A02 structs", NODES, "0D" + count, "W-3.17"),
                        of("A02 uniform", LINES, "1D" + count + "03 19 14 1C", "W-3.17"),
                        of("A02 uniform of another shape", LINES, "1D" + count + "01 11", "W-3.17"),
                        of("A02 set", TEXTS, "0B" + count, "W-3.17"),
                        of("A02 map", BYTES_BY_BYTE, "02 02" + count, "W-3.17"),
                        of("A03 more pairs than octets", BYTES_BY_BYTE, "02 02 05 00 00 00", "W-3.17"),
                        of("A06 empty structs", Codecs.list(Codecs.EMPTY), "0D" + count, "W-3.17"),
                        of("A06 empty structs of one shape", Codecs.list(Codecs.EMPTY), "1D 01 00", "W-3.14"),
                        of("A06 variants without a value", Codecs.list(Payment.CODEC), "0D" + count, "W-3.17")));
    }

    private static Stream<HostileValue> varints() {
        return Stream.of(
                        "8000",
                        "8080808000",
                        "808080808000",
                        "80".repeat(10) + "01",
                        "FFFFFFFFFFFFFFFF7F",
                        "FFFFFFFF1F",
                        "80".repeat(10_000))
                .flatMap(varint -> Stream.of(
                        of("A08 length of a string", Codecs.STRING, varint, "W-1.3"),
                        of("A08 length of bytes", Codecs.BYTES, varint, "W-1.3"),
                        of("A08 count of a list", LONGS, "05" + varint, "W-1.3"),
                        of("A08 count of a uniform list", LINES, "1D" + varint, "W-1.3"),
                        of("A08 shape of a uniform list", LINES, "1D 01" + varint, "W-1.3"),
                        of("A08 count of a map", BYTES_BY_BYTE, "02 02" + varint, "W-1.3"),
                        of("A08 length of a shape", Node.CODEC, varint, "W-1.3"),
                        of("A08 length of a union's shape", Payment.CODEC, varint, "W-1.3")));
    }

    /** Counts whose product with the size of an element has no bit left in 32 bits. */
    private static Stream<HostileValue> products() {
        return Stream.of(
                of("A09 2^28 of 16", UUIDS, "09 8080808001", "W-3.17"),
                of("A09 2^29 of 8", LONGS, "05 8080808002", "W-3.17"),
                of("A09 2^31 of 2", Codecs.list(Codecs.I16), "03 8080808008", "W-3.17"),
                of("A09 2^27 of 16 + 16", Codecs.map(Codecs.UUID, Codecs.UUID), "09 09 80808040", "W-3.17"),
                of("A09 2^31 of 2 in a set", Codecs.set(Codecs.I16), "03 8080808008", "W-3.17"),
                of("A09 2^28 of 16 in one shape", LINES, "1D 8080808001 01 29", "W-3.17"),
                of("A09 2^25 of 128 in one shape", LINES, "1D 80808010 08" + "29".repeat(8), "W-3.17"));
    }

    private static Stream<HostileValue> runs() {
        String run = "FFFFFFFF";
        return Stream.of(
                of("A10 string", Codecs.STRING, run + "00", "W-1.3"),
                of("A10 bytes", Codecs.BYTES, run + "FF", "W-1.3"),
                of("A10 list", LONGS, run, "W-3.13"),
                of("A10 set", TEXTS, run, "W-3.13"),
                of("A10 map", BYTES_BY_BYTE, run, "W-3.19"),
                of("A10 values of a map", BYTES_BY_BYTE, "02" + run, "W-3.19"),
                of("A10 struct", Node.CODEC, run + "00", "W-1.3"),
                of("A10 union", Payment.CODEC, run + "FF", "W-1.3"),
                toItsReader("A10 closed enum", Colour.CODEC, "FFFF", "W-2.8"));
    }

    private static Stream<HostileValue> texts() {
        return Stream.of(
                        "C080",
                        "C1BF",
                        "E08080",
                        "E09FBF",
                        "F08FBFBF",
                        "EDA080",
                        "EDBFBF",
                        "F4908080",
                        "F5808080",
                        "FF",
                        "80",
                        "C3",
                        "E298",
                        "F09F98",
                        "E22881",
                        "4142434445464748C3",
                        "EFBFBDC3",
                        "C3A9EDA080")
                .map(octets -> of(
                        "A20 " + octets, Codecs.STRING, String.format("%02X", octets.length() / 2) + octets, "W-1.4"));
    }

    private static Stream<HostileValue> octets() {
        return Stream.of(
                of("A21 bool 2", Codecs.BOOL, "02", "W-2.3"),
                of("A21 bool 255", Codecs.BOOL, "FF", "W-2.3"),
                of("A21 bool 2 in a list", Codecs.list(Codecs.BOOL), "01 02 01 02", "W-2.3"),
                of("A21 full second", Codecs.TIMESTAMP, "0000000000000000 00CA9A3B", "W-2.6"),
                of("A21 negative nanoseconds", Codecs.DURATION, "0000000000000000 FFFFFFFF", "W-2.6"),
                of("A21 flag of a list", LONGS, "25 00", "W-3.13"),
                of("A21 uniform numbers", LONGS, "15 01 0000000000000000", "W-3.14"),
                of("A21 elements of no kind", LONGS, "00 00", "W-2.1"),
                of("A21 uniform list without an element", LINES, "1D 00", "W-3.14"),
                of("A21 uniform list of an empty shape", LINES, "1D 01 00", "W-3.14"),
                of("A21 flag of keys", BYTES_BY_BYTE, "12 02 00", "W-3.19"),
                of("A21 flag of values", BYTES_BY_BYTE, "02 12 00", "W-3.19"),
                of("A21 values of no kind", BYTES_BY_BYTE, "02 00 00", "W-2.1"));
    }

    private static Stream<HostileValue> shapes() {
        return Stream.of(Node.CODEC, Payment.CODEC)
                .flatMap(codec -> Stream.of(
                        of("A21 kind 0", codec, "01 10", "W-3.4"),
                        of("A21 distance below 16 in a varint", codec, "02 01 0F", "W-3.3"),
                        of("A15 distance 0", codec, "02 01 00", "W-3.3"),
                        of("A21 distance in a long form", codec, "03 01 9000", "W-3.3"),
                        of("A21 number above 65,535", codec, "04 01 FFFF04", "W-3.3"),
                        of("A21 number 65,536", codec, "04 01 808004", "W-3.3"),
                        of("A21 entry that leaves its shape", codec, "02 01 80", "W-3.4")));
    }

    private static Stream<HostileValue> schemas() {
        Codec<Bytes> fewBytes = Codecs.limited(Codecs.BYTES, 1);
        Codec<Integer> refused = Codecs.named(
                Codecs.I32,
                number -> {
                    throw new IllegalArgumentException("refused " + number);
                },
                number -> number);
        return Stream.of(
                toItsReader("A21 year out of range", Codecs.TIMESTAMP, "FFFFFFFFFFFFFF7F 00000000", "W-2.6"),
                toItsReader("A21 unknown value", Colour.CODEC, "0200", "W-2.8"),
                toItsReader("A21 decimal without digits", Codecs.DECIMAL, "02 0000", "W-2.11"),
                toItsReader("A21 decimal in a long form", Codecs.DECIMAL, "04 0000 0000", "W-2.11"),
                toItsReader("A21 scale", Codecs.DECIMAL, "03 1127 00", "W-2.11"),
                toItsReader("A21 65 octets of digits", Codecs.DECIMAL, "43 0000" + "7F".repeat(65), "W-2.11"),
                toItsReader("A21 elements of another kind", LONGS, "0E 00", "W-3.17"),
                toItsReader("A21 keys of another kind", BYTES_BY_BYTE, "03 02 00", "W-3.17"),
                toItsReader("A21 values of another kind", BYTES_BY_BYTE, "02 03 00", "W-3.17"),
                toItsReader("A21 element twice", TEXTS, "0B 02 01 41 01 41", "W-3.18"),
                toItsReader("A21 key twice", BYTES_BY_BYTE, "02 02 02 07 01 07 02", "W-3.19"),
                toItsReader("A21 no variant", Payment.CODEC, "00", "W-3.10"),
                toItsReader("A21 two variants", Payment.CODEC, "02 12 12 00 00", "W-3.10"),
                toItsReader("A21 variant of another kind", Payment.CODEC, "01 22 00", "W-3.8"),
                toItsReader("A21 absent field", Line.CODEC, "00", "W-3.9"),
                toItsReader("A21 field of another kind", Line.CODEC, "01 1B 00", "W-3.8"),
                toItsReader("longer than @max", Codecs.limited(Codecs.STRING, 1), "02 4141", "W-3.25"),
                toItsReader("longer than @max", fewBytes, "02 0000", "W-3.25"),
                toItsReader("longer than @max", Codecs.limited(LONGS, 0), "05 01 0000000000000000", "W-3.25"),
                toItsReader("longer than @max", Codecs.limited(TEXTS, 0), "0B 01 00", "W-3.25"),
                toItsReader("longer than @max", Codecs.limited(BYTES_BY_BYTE, 0), "02 02 01 00 00", "W-3.25"),
                toItsReader("longer than @max", Codecs.list(Line.CODEC, 0), "1D 01 01 12 00", "W-3.25"),
                toItsReader("refused by its type", refused, "00000000", "W-3.25"));
    }
}
