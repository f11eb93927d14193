package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Clause;
import java.util.function.Function;
import tools.jackson.core.JsonToken;

/** The form of values of one piece: each is a string, a number, or true or false. */
final class ScalarForm<T> extends Form<T> {

    /** How a value stands in a text. */
    enum Notation {
        STRING("a string"),
        NUMBER("a number"),
        /** A string when printed, a string or a number when read. */
        STRING_OR_NUMBER("a string or a number"),
        /** A number when printed, unless it is one that JSON does not have; likewise when read. */
        FLOATING("a number, or \"NaN\", \"Infinity\" or \"-Infinity\","),
        BOOL("true or false");

        private final String expected;

        Notation(String expected) {
            this.expected = expected;
        }
    }

    /** Reads the text of a value, which is the current token. */
    interface TextReader<T> {
        T read(JsonInput in, String text);
    }

    private final Codec<T> codec;
    private final Notation notation;
    private final String clause;
    private final Function<T, String> text;
    private final TextReader<T> reader;

    ScalarForm(Codec<T> codec, Notation notation, String clause, Function<T, String> text, TextReader<T> reader) {
        this.codec = codec;
        this.notation = notation;
        this.clause = clause;
        this.text = text;
        this.reader = reader;
    }

    @Override
    Kind kind() {
        return codec.kind();
    }

    @Override
    Codec<T> codec() {
        return codec;
    }

    @Override
    void print(JsonOutput out, T value) {
        String printed = text.apply(value);
        switch (notation) {
            case STRING, STRING_OR_NUMBER -> out.string(printed);
            case NUMBER -> out.number(printed);
            case FLOATING -> {
                if (Floating.named(printed)) {
                    out.string(printed);
                } else {
                    out.number(printed);
                }
            }
            case BOOL -> out.bool(Boolean.parseBoolean(printed));
        }
    }

    @Override
    T parse(JsonInput in) {
        if (!accepts(in.token())) {
            throw in.unexpected(notation.expected, clause);
        }
        String written = in.text();
        if (notation == Notation.FLOATING && Floating.named(written) != (in.token() == JsonToken.VALUE_STRING)) {
            throw in.unexpected(notation.expected, clause);
        }
        return verified(in, written);
    }

    private T verified(JsonInput in, String written) {
        String violated = clause.equals(Rule.DECIMAL) ? Clause.DECIMAL : Clause.CONSTRAINT;
        return in.verified(codec, reader.read(in, written), violated);
    }

    private boolean accepts(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> notation != Notation.NUMBER && notation != Notation.BOOL;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> notation != Notation.STRING && notation != Notation.BOOL;
            case VALUE_TRUE, VALUE_FALSE -> notation == Notation.BOOL;
            default -> false;
        };
    }

    @Override
    String keyText(T key) {
        return text.apply(key);
    }

    @Override
    T parseKey(JsonInput in, String written) {
        return verified(in, written);
    }

    @Override
    ScalarForm<T> limited(long maximum) {
        return new ScalarForm<>(Limited.codec(codec, maximum), notation, clause, text, reader);
    }
}
