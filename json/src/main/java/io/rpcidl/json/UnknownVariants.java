package io.rpcidl.json;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.UnknownValue;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The form of variants that the schema does not know: number, kind and octets (W-14.18). */
final class UnknownVariants {

    private static final Pattern NUMBER = Pattern.compile("#[1-9][0-9]{0,4}");
    private static final int MAXIMUM_NUMBER = 65_535;

    private static final String KIND = "kind";
    private static final String OCTETS = "octets";

    /** The one entry of a result's shape, with the length of the shape in front: field 1, a struct (W-3.21). */
    private static final int[] RESULT_SHAPE = {1, 0x10 | Kind.STRUCT.code()};

    private final UnionValueCodec codec;

    UnknownVariants(UnionValueCodec codec) {
        this.codec = codec;
    }

    /** The number that the name of a member like {@code #7} states, or 0 when it states none. */
    static int number(String member) {
        if (!NUMBER.matcher(member).matches()) {
            return 0;
        }
        int number = Integer.parseInt(member.substring(1));
        return number <= MAXIMUM_NUMBER ? number : 0;
    }

    /** Prints the one member of the union's object. People do not see the octets: nobody knows what they hold. */
    static void print(JsonOutput out, UnknownValue value) {
        out.name("#" + value.number());
        out.beginObject();
        out.name(KIND);
        out.string(name(value.kind()));
        out.name(OCTETS);
        if (out.forPeople()) {
            out.redacted();
        } else {
            out.string(HexFormat.of().formatHex(value.raw().toByteArray()));
        }
        out.endObject();
    }

    /** Reads the value of the member that is the current token. */
    UnionValue parse(JsonInput in, int number) {
        in.next();
        in.enter(JsonToken.START_OBJECT, "an object with kind and octets", Rule.UNKNOWN_VARIANT);
        Kind kind = null;
        Bytes octets = null;
        while (in.nextMember()) {
            String member = in.text();
            if (member.equals(KIND) && kind == null) {
                in.next();
                kind = kind(in);
            } else if (member.equals(OCTETS) && octets == null) {
                in.next();
                octets = octets(in);
            } else {
                throw in.refuse("an unknown variant has the members kind and octets, once each", Rule.UNKNOWN_VARIANT);
            }
        }
        if (kind == null || octets == null) {
            throw in.refuse("an unknown variant needs the members kind and octets", Rule.UNKNOWN_VARIANT);
        }
        return read(in, number, kind, octets);
    }

    private static Kind kind(JsonInput in) {
        Kind kind = in.token() == JsonToken.VALUE_STRING ? named(in.text()) : null;
        if (kind == null) {
            throw in.refuse(
                    "a kind is one of bool, int8, int16, int32, int64, f32, f64, time, uuid, enum, string, bytes,"
                            + " struct, list and map",
                    Rule.UNKNOWN_VARIANT);
        }
        return kind;
    }

    private static Bytes octets(JsonInput in) {
        if (in.token() != JsonToken.VALUE_STRING) {
            throw in.unexpected("a string of hexadecimal digits", Rule.UNKNOWN_VARIANT);
        }
        String digits = in.text();
        if (digits.equals(JsonOutput.REDACTED)) {
            throw SensitiveForm.redacted(in);
        }
        in.charge(digits.length() / 2);
        try {
            return Bytes.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            throw in.refuse("octets must be pairs of hexadecimal digits", Rule.UNKNOWN_VARIANT);
        }
    }

    /** Only a decoder makes unknown values: it finds out how deep they nest, what they cost, and whether they are values. */
    private UnionValue read(JsonInput in, int number, Kind kind, Bytes octets) {
        try {
            Encoder result = new Encoder(in.limits().message());
            for (int octet : RESULT_SHAPE) {
                result.octet(octet);
            }
            result.variant(number, kind);
            result.octets(octets.toByteArray(), 0, octets.size());
            return Codecs.result(codec)
                    .decode(result.array(), 0, result.size(), in.limits().message());
        } catch (MalformedDataException e) {
            throw in.refuse(
                    "the octets are not a value of kind " + name(kind) + ": " + e.problem(), Rule.UNKNOWN_VARIANT);
        } catch (UnencodableValueException e) {
            throw in.refuse(e.problem(), Rule.UNKNOWN_VARIANT);
        }
    }

    /** The name of the kind in the table of W-2.1. */
    private static String name(Kind kind) {
        return switch (kind) {
            case FLOAT32 -> "f32";
            case FLOAT64 -> "f64";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static @Nullable Kind named(String text) {
        for (Kind kind : Kind.values()) {
            if (name(kind).equals(text)) {
                return kind;
            }
        }
        return null;
    }
}
