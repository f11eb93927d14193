package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.json.Integers.Range;
import io.rpcidl.json.ScalarForm.Notation;
import io.rpcidl.schema.ScalarType;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The forms of the language's own types (W-14.7 to W-14.13). */
final class Scalars {

    /** What a string or a decimal takes on the heap beside its characters. */
    private static final int TEXT_FOOTPRINT = 56;

    private Scalars() {}

    static Form<?> form(ScalarType type) {
        return switch (type) {
            case BOOL -> bool();
            case I8 -> small(Codecs.I8, Range.signed("i8", Byte.SIZE), value -> (byte) value);
            case I16 -> small(Codecs.I16, Range.signed("i16", Short.SIZE), value -> (short) value);
            case I32 -> small(Codecs.I32, Range.signed("i32", Integer.SIZE), value -> (int) value);
            case I64 -> large(Codecs.I64, Range.signed("i64", Long.SIZE), Object::toString);
            case U8 -> small(Codecs.U8, Range.unsigned("u8", Byte.SIZE), value -> (int) value);
            case U16 -> small(Codecs.U16, Range.unsigned("u16", Short.SIZE), value -> (int) value);
            case U32 -> small(Codecs.U32, Range.unsigned("u32", Integer.SIZE), value -> value);
            case U64 -> large(Codecs.U64, Range.unsigned("u64", Long.SIZE), Long::toUnsignedString);
            case F32 ->
                new ScalarForm<>(Codecs.F32, Notation.FLOATING, Rule.FLOATING, Floating::text, Floating::readF32);
            case F64 ->
                new ScalarForm<>(Codecs.F64, Notation.FLOATING, Rule.FLOATING, Floating::text, Floating::readF64);
            case STRING ->
                new ScalarForm<>(Codecs.STRING, Notation.STRING, Rule.OCTETS, value -> value, Scalars::string);
            case BYTES ->
                new ScalarForm<>(Codecs.BYTES, Notation.STRING, Rule.OCTETS, Texts::base64, Texts::readBase64);
            case UUID -> new ScalarForm<>(Codecs.UUID, Notation.STRING, Rule.UUID, Object::toString, Texts::readUuid);
            case TIMESTAMP ->
                new ScalarForm<>(Codecs.TIMESTAMP, Notation.STRING, Rule.TIMESTAMP, Times::text, Times::readTimestamp);
            case DURATION ->
                new ScalarForm<>(Codecs.DURATION, Notation.STRING, Rule.DURATION, Times::text, Times::readDuration);
            case DECIMAL ->
                new ScalarForm<>(
                        Codecs.DECIMAL, Notation.STRING_OR_NUMBER, Rule.DECIMAL, BigDecimal::toString, Decimals::read);
        };
    }

    private static String string(JsonInput in, String text) {
        in.charge(TEXT_FOOTPRINT + text.length());
        return text;
    }

    private static Form<Boolean> bool() {
        return new ScalarForm<>(Codecs.BOOL, Notation.BOOL, Rule.INTEGER, Object::toString, Scalars::readBool);
    }

    /** As a key the text may be anything. */
    private static Boolean readBool(JsonInput in, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw in.refuse("the key of a bool must be \"true\" or \"false\"", Rule.MAP);
        }
        return text.equals("true");
    }

    /** Integers that every reader of JSON keeps exactly. */
    private static <T> Form<T> small(Codec<T> codec, Range range, LongFunction<T> of) {
        return new ScalarForm<>(
                codec, Notation.NUMBER, Rule.INTEGER, Object::toString, (in, text) -> of.apply(range.read(in, text)));
    }

    /** Integers of 64 bits, of which readers that hold numbers as f64 would lose the lower ones. */
    private static Form<Long> large(Codec<Long> codec, Range range, Function<Long, String> text) {
        return new ScalarForm<>(codec, Notation.STRING_OR_NUMBER, Rule.INTEGER, text, range::read);
    }
}
