package io.rpcidl.json;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.UnknownValue;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The form of variants and fields that the schema does not know: number, kind and octets (W-14.18, W-14.23). */
enum UnknownValues {
    /** A variant of a union, which is the result of a method: field 1, a struct (W-3.21). */
    VARIANT("an unknown variant", Rule.UNKNOWN_VARIANT) {
        @Override
        void begin(Encoder message) {
            message.variant(1, Kind.STRUCT);
        }

        @Override
        UnknownValue decode(byte[] message, int length, Limits limits) {
            return Codecs.result(NO_VARIANT).decode(message, 0, length, limits).unknown();
        }
    },

    /** A field of an open struct, which is the message itself. */
    FIELD("an unknown field", Rule.UNKNOWN_FIELD) {
        @Override
        void begin(Encoder message) {
            // the shape of the only field is all that stands before it
        }

        @Override
        UnknownValue decode(byte[] message, int length, Limits limits) {
            StructValue value = NO_FIELD.decode(message, 0, length, limits);
            return value.unknown().values().get(0);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("#[1-9][0-9]{0,4}");
    private static final int MAXIMUM_NUMBER = 65_535;

    private static final String KIND = "kind";
    private static final String OCTETS = "octets";

    private static final UnionValueCodec NO_VARIANT = new UnionValueCodec("unknown");
    private static final OpenStructValueCodec NO_FIELD =
            OpenStructValueCodec.of("unknown", new StructFields(List.of()));

    private final String noun;
    private final String rule;

    UnknownValues(String noun, String rule) {
        this.noun = noun;
        this.rule = rule;
    }

    /** The number that the name of a member like {@code #7} states, or 0 when it states none. */
    static int number(String member) {
        if (!NUMBER.matcher(member).matches()) {
            return 0;
        }
        int number = Integer.parseInt(member.substring(1));
        return number <= MAXIMUM_NUMBER ? number : 0;
    }

    /** Prints a member of the union's or the struct's object. People do not see the octets: nobody knows what they hold. */
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
    UnknownValue parse(JsonInput in, int number) {
        in.next();
        in.enterSame(JsonToken.START_OBJECT, "an object with kind and octets", rule);
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
                throw in.refuse(noun + " has the members kind and octets, once each", rule);
            }
        }
        if (kind == null || octets == null) {
            throw in.refuse(noun + " needs the members kind and octets", rule);
        }
        return read(in, number, kind, octets);
    }

    private Kind kind(JsonInput in) {
        Kind kind = in.token() == JsonToken.VALUE_STRING ? named(in.text()) : null;
        if (kind == null) {
            throw in.refuse(
                    "a kind is one of bool, int8, int16, int32, int64, f32, f64, time, uuid, enum, string, bytes,"
                            + " struct, list and map",
                    rule);
        }
        return kind;
    }

    private Bytes octets(JsonInput in) {
        if (in.token() != JsonToken.VALUE_STRING) {
            throw in.unexpected("a string of hexadecimal digits", rule);
        }
        String digits = in.text();
        if (digits.equals(JsonOutput.REDACTED)) {
            throw SensitiveForm.redacted(in);
        }
        in.charge(digits.length() / 2);
        try {
            return Bytes.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            throw in.refuse("octets must be pairs of hexadecimal digits", rule);
        }
    }

    /** Only a decoder makes unknown values: it finds out how deep they nest, what they cost, and whether they are values. */
    private UnknownValue read(JsonInput in, int number, Kind kind, Bytes octets) {
        Limits limits = in.limits().message();
        try {
            Encoder message = new Encoder(limits);
            begin(message);
            message.variant(number, kind);
            message.octets(octets.toByteArray(), 0, octets.size());
            return decode(message.array(), message.size(), limits);
        } catch (MalformedDataException e) {
            throw in.refuse("the octets are not a value of kind " + name(kind) + ": " + e.problem(), rule);
        } catch (UnencodableValueException e) {
            throw in.refuse(e.problem(), rule);
        }
    }

    /** Writes what stands in a message in front of the shape that holds the value alone. */
    abstract void begin(Encoder message);

    /** Reads a message that holds nothing but the value, in no greater depth than it can have. */
    abstract UnknownValue decode(byte[] message, int length, Limits limits);

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
