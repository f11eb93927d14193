package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.time;

import java.math.BigInteger;
import java.util.List;

/** Subjects of the kinds that always take the same number of octets, but the times. */
final class Scalars {

    private static final BigInteger TWO = BigInteger.TWO;

    private Scalars() {}

    static List<Subject> all() {
        return List.of(
                bool(),
                signed("i8", 2, Hex.INT8, 8),
                unsigned("u8", 3, Hex.INT8, 8),
                signed("i16", 4, Hex.INT16, 16),
                unsigned("u16", 5, Hex.INT16, 16),
                signed("i32", 6, Hex.INT32, 32),
                unsigned("u32", 7, Hex.INT32, 32),
                signed("i64", 8, Hex.INT64, 64),
                unsigned("u64", 9, Hex.INT64, 64),
                f32(),
                f64(),
                timestamp(),
                duration(),
                uuid(),
                colour(),
                grade());
    }

    private static Subject bool() {
        return Subject.of("bool", 1, "bool", Hex.BOOL, "W-2.3")
                .good("true", "01", "true")
                .good("false", "00", "false")
                .bad("two", "02", "W-2.3")
                .bad("three", "03", "W-2.3")
                .bad("top-bit", "80", "W-2.3")
                .bad("top-bit-and-one", "81", "W-2.3")
                .bad("all-bits", "ff", "W-2.3")
                .cutShort("01");
    }

    private static Subject signed(String type, int number, int kind, int bits) {
        BigInteger least = TWO.pow(bits - 1).negate();
        BigInteger most = least.negate().subtract(BigInteger.ONE);
        Subject subject = Subject.of(type, number, type, kind, "W-2.4");
        return integers(subject, bits, BigInteger.ONE.negate(), least, most, BigInteger.valueOf(100));
    }

    private static Subject unsigned(String type, int number, int kind, int bits) {
        BigInteger most = TWO.pow(bits).subtract(BigInteger.ONE);
        Subject subject = Subject.of(type, number, type, kind, "W-2.4");
        return integers(subject, bits, BigInteger.ONE, most, TWO.pow(bits - 1), BigInteger.ZERO);
    }

    private static Subject integers(Subject subject, int bits, BigInteger... values) {
        for (BigInteger value : values) {
            String json = bits == 64 ? "\"" + value + "\"" : value.toString();
            subject.good(value.toString(), number(bits / 8, value), json);
        }
        return subject.cutShort(number(bits / 8, 1));
    }

    private static Subject f32() {
        return Subject.of("f32", 10, "f32", Hex.F32, "W-2.5")
                .good("tenth", "cdcccc3d", "0.1")
                .good("minus-zero", "00000080", "-0.0")
                .good("least", "01000000", "1.4E-45")
                .good("most", "ffff7f7f", "3.4028235E38")
                .good("infinity", "0000807f", "\"Infinity\"")
                .good("minus-infinity", "000080ff", "\"-Infinity\"")
                .good("nan", "0000c07f", "\"NaN\"")
                .should("nan-with-payload", "0203c07f", "\"NaN\"")
                .should("nan-signalling", "0100a07f", "\"NaN\"")
                .should("nan-negative", "0000c0ff", "\"NaN\"")
                .cutShort("cdcccc3d");
    }

    private static Subject f64() {
        return Subject.of("f64", 11, "f64", Hex.F64, "W-2.5")
                .good("tenth", "9a9999999999b93f", "0.1")
                .good("minus-zero", "0000000000000080", "-0.0")
                .good("least", "0100000000000000", "4.9E-324")
                .good("most", "ffffffffffffef7f", "1.7976931348623157E308")
                .good("infinity", "000000000000f07f", "\"Infinity\"")
                .good("minus-infinity", "000000000000f0ff", "\"-Infinity\"")
                .good("nan", "000000000000f87f", "\"NaN\"")
                .should("nan-with-payload", "010000000000f87f", "\"NaN\"")
                .should("nan-signalling", "010000000000f07f", "\"NaN\"")
                .should("nan-negative", "000000000000f8ff", "\"NaN\"")
                .cutShort("9a9999999999b93f");
    }

    private static Subject nanos(Subject subject) {
        return subject.bad("a-second-of-nanos", time(1, 1_000_000_000), "W-2.6")
                .bad("nanos-with-top-bit", time(1, 0x80000000L), "W-2.6")
                .bad("all-bits-of-nanos", time(-1, 0xFFFFFFFFL), "W-2.6")
                .cutShort(time(1, 2));
    }

    private static Subject timestamp() {
        long first = -31_557_014_167_219_200L;
        long last = 31_556_889_864_403_199L;
        return nanos(Subject.of("timestamp", 12, "timestamp", Hex.TIME, "W-2.6")
                .good("epoch", time(0, 0), "\"1970-01-01T00:00:00Z\"")
                .good("before-1970", time(-1, 500_000_000), "\"1969-12-31T23:59:59.5Z\"")
                .good("first", time(first, 0), "\"-1000000000-01-01T00:00:00Z\"")
                .good("last", time(last, 999_999_999), "\"+1000000000-12-31T23:59:59.999999999Z\"")
                .badBySchema("before-first", time(first - 1, 999_999_999), "W-2.6")
                .badBySchema("after-last", time(last + 1, 0), "W-2.6")
                .badBySchema("far-before-first", time(Long.MIN_VALUE, 0), "W-2.6")
                .badBySchema("far-after-last", time(Long.MAX_VALUE, 0), "W-2.6"));
    }

    private static Subject duration() {
        return nanos(Subject.of("duration", 13, "duration", Hex.TIME, "W-2.6")
                .good("nothing", time(0, 0), "\"0s\"")
                .good("minus-half-a-second", time(-1, 500_000_000), "\"-0.5s\"")
                .good("shortest", time(Long.MIN_VALUE, 0), "\"-9223372036854775808s\"")
                .good("longest", time(Long.MAX_VALUE, 999_999_999), "\"9223372036854775807.999999999s\""));
    }

    private static Subject uuid() {
        String octets = "00112233445566778899aabbccddeeff";
        return Subject.of("uuid", 14, "uuid", Hex.UUID, "W-2.7")
                .good("ascending", octets, "\"00112233-4455-6677-8899-aabbccddeeff\"")
                .good("zeros", "00".repeat(16), "\"00000000-0000-0000-0000-000000000000\"")
                .good("ones", "ff".repeat(16), "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"")
                .cutShort(octets);
    }

    private static Subject colour() {
        return Subject.of("colour", 15, "~Colour", Hex.ENUM, "W-2.8")
                .good("known", "0100", "\"RED\"")
                .good("zero", "0000", "\"NONE\"")
                .good("last", "ffff", "\"LAST\"")
                .good("unknown", "0900", "9")
                .good("unknown-above-i16", "feff", "65534")
                .cutShort("0100");
    }

    private static Subject grade() {
        return Subject.of("grade", 16, "~Grade", Hex.ENUM, "W-2.8")
                .good("known", "0100", "\"LOW\"")
                .good("two-octets", "2c01", "\"HIGH\"")
                .badBySchema("zero", "0000", "W-2.8")
                .badBySchema("unknown", "0200", "W-2.8")
                .badBySchema("low-octet-of-a-known-one", "2c00", "W-2.8")
                .badBySchema("all-bits", "ffff", "W-2.8")
                .cutShort("0100");
    }
}
