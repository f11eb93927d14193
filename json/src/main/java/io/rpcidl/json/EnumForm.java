package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.value.EnumValue;
import io.rpcidl.value.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of an enum: the name of a value, or the number of one that the schema does not know (W-14.14). */
final class EnumForm extends Form<EnumForm.Value> {

    private static final Integers.Range NUMBERS = Integers.Range.unsigned("an enum", Short.SIZE);

    /** A value; the name is empty when the schema does not know it. */
    record Value(int number, String name) implements EnumValue {}

    private final String name;
    private final boolean closed;
    private final Map<String, Value> byName = new HashMap<>();
    private final Map<Integer, Value> byNumber = new HashMap<>();
    private final Codec<Value> codec;

    EnumForm(EnumSchema schema) {
        name = schema.name();
        closed = schema.closed();
        for (EnumValueSchema value : schema.values()) {
            Value known = new Value(value.number(), Identifiers.checked(value.name()));
            if (byName.put(value.name(), known) != null || byNumber.put(value.number(), known) != null) {
                throw new InvalidDescriptorException("two values have the same name or number");
            }
        }
        codec = closed ? Codecs.closedEnumeration(byNumber::get, name) : Codecs.enumeration(this::of);
    }

    private Value of(int number) {
        Value known = byNumber.get(number);
        return known != null ? known : new Value(number, "");
    }

    /** The value with this name, or null when there is none. */
    @Nullable
    Value named(String valueName) {
        return byName.get(valueName);
    }

    @Override
    Kind kind() {
        return Kind.ENUM;
    }

    @Override
    Codec<Value> codec() {
        return codec;
    }

    @Override
    void print(JsonOutput out, Value value) {
        if (value.name().isEmpty()) {
            out.number(Integer.toString(value.number()));
        } else {
            out.string(value.name());
        }
    }

    @Override
    Value parse(JsonInput in) {
        return switch (in.token()) {
            case VALUE_STRING -> byName(in, in.text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> byNumber(in, in.text());
            default -> throw in.unexpected("the name or the number of a value of " + name, Rule.ENUM);
        };
    }

    private Value byName(JsonInput in, String text) {
        Value value = byName.get(text);
        if (value == null) {
            String hint = in.secret() ? "" : Nearest.hint(text, byName.keySet());
            throw in.refuse(name + " has no value of this name" + hint, Rule.ENUM);
        }
        return value;
    }

    private Value byNumber(JsonInput in, String text) {
        Value value = of((int) NUMBERS.read(in, text));
        if (closed && value.name().isEmpty()) {
            throw in.refuse("the closed enum " + name + " has no value of this number", Rule.ENUM);
        }
        return value;
    }

    @Override
    String keyText(Value key) {
        return key.name().isEmpty() ? Integer.toString(key.number()) : key.name();
    }

    @Override
    Value parseKey(JsonInput in, String text) {
        return Integers.written(text) ? byNumber(in, text) : byName(in, text);
    }
}
