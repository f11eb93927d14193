package io.rpcidl.json.dump;

import io.rpcidl.schema.ScalarType;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Printable;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.WireReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/** Reads values of one piece and says what they are: the type or the kind, then the value. */
final class ValueText {

    private static final int NANOS_PER_SECOND = 1_000_000_000;
    private static final int SCALE_OCTETS = 2;
    private static final int LARGEST_DECIMAL = 66;
    private static final int LARGEST_SCALE = 10_000;

    private ValueText() {}

    /** The name of the kind in the table of W-2.1. */
    static String name(Kind kind) {
        return switch (kind) {
            case FLOAT32 -> "f32";
            case FLOAT64 -> "f64";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What values of a scalar are on the wire. */
    static Kind kind(ScalarType type) {
        return switch (type) {
            case BOOL -> Kind.BOOL;
            case I8, U8 -> Kind.INT8;
            case I16, U16 -> Kind.INT16;
            case I32, U32 -> Kind.INT32;
            case I64, U64 -> Kind.INT64;
            case F32 -> Kind.FLOAT32;
            case F64 -> Kind.FLOAT64;
            case STRING -> Kind.STRING;
            case BYTES, DECIMAL -> Kind.BYTES;
            case UUID -> Kind.UUID;
            case TIMESTAMP, DURATION -> Kind.TIME;
        };
    }

    /** Reads the value and checks what its kind alone tells (W-3.7). */
    static String read(WireReader in, Kind kind, @Nullable ScalarType type) {
        String name = type == null ? name(kind) : type.keyword();
        return name + " "
                + switch (kind) {
                    case BOOL -> Boolean.toString(in.bool());
                    case INT8 -> type == ScalarType.U8 ? Integer.toString(in.u8()) : Byte.toString(in.i8());
                    case INT16 -> type == ScalarType.U16 ? Integer.toString(in.u16()) : Short.toString(in.i16());
                    case INT32 -> type == ScalarType.U32 ? Long.toString(in.u32()) : Integer.toString(in.i32());
                    case INT64 -> type == ScalarType.U64 ? Long.toUnsignedString(in.u64()) : Long.toString(in.i64());
                    case FLOAT32 -> NumberOutput.toString(in.f32(), true);
                    case FLOAT64 -> NumberOutput.toString(in.f64(), true);
                    case TIME -> time(in, type == ScalarType.TIMESTAMP);
                    case UUID -> uuid(in.octets(Kind.UUID.minimumSize()));
                    case ENUM -> Integer.toString(in.u16());
                    case STRING -> "\"" + Printable.text(in.text(in.length())) + "\"";
                    case BYTES -> bytes(in.octets(in.length()), type == ScalarType.DECIMAL);
                    default -> throw new IllegalArgumentException(kind + " has several pieces");
                };
    }

    private static String time(WireReader in, boolean timestamp) {
        long seconds = in.i64();
        long nanos = in.u32();
        if (nanos >= NANOS_PER_SECOND) {
            throw in.malformedBefore(Integer.BYTES, "nanoseconds are not below 1,000,000,000", Clause.TIME);
        }
        if (timestamp) {
            try {
                return Instant.ofEpochSecond(seconds, nanos).toString();
            } catch (DateTimeException e) {
                return seconds + " s, outside the range of years";
            }
        }
        return seconds + " s" + (nanos == 0 ? "" : " and " + nanos + " ns");
    }

    private static String uuid(byte[] octets) {
        ByteBuffer bigEndian = ByteBuffer.wrap(octets);
        return new UUID(bigEndian.getLong(), bigEndian.getLong()).toString();
    }

    private static String bytes(byte[] octets, boolean decimal) {
        if (decimal && octets.length > SCALE_OCTETS && octets.length <= LARGEST_DECIMAL) {
            int scale = (short) ((octets[0] & 0xFF) | octets[1] << 8);
            if (Math.abs(scale) <= LARGEST_SCALE) {
                return new BigDecimal(new BigInteger(bigEndian(octets)), scale).toString();
            }
        }
        return "of " + count(octets.length, "octet");
    }

    private static byte[] bigEndian(byte[] decimal) {
        byte[] digits = new byte[decimal.length - SCALE_OCTETS];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = decimal[decimal.length - 1 - i];
        }
        return digits;
    }

    /** {@code 1 field}, {@code 2 fields}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The clause about values of the kind. */
    static String clause(Kind kind, @Nullable ScalarType type) {
        return switch (kind) {
            case BOOL -> Clause.BOOL;
            case INT8, INT16, INT32, INT64 -> "W-2.4";
            case FLOAT32, FLOAT64 -> "W-2.5";
            case TIME -> Clause.TIME;
            case UUID -> "W-2.7";
            case ENUM -> Clause.ENUM;
            case STRING -> "W-2.9";
            case BYTES -> type == ScalarType.DECIMAL ? Clause.DECIMAL : "W-2.10";
            case STRUCT -> "W-3.2";
            case LIST -> Clause.LIST;
            case MAP -> Clause.MAP;
        };
    }
}
