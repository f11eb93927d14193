package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Printable;
import io.rpcidl.wire.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The form of a struct, an error or the parameters of a method: an object (W-14.5). */
final class StructForm extends Form<StructValue> {

    private static final int FOOTPRINT = 16;
    private static final int FIELD_FOOTPRINT = 8;

    private final String name;
    private final Codec<StructValue> codec;
    private final Map<String, Integer> indexes = new HashMap<>();
    private List<StructField> fields = List.of();
    private @Nullable StructCodec<StructValue> linked;

    /** A struct whose fields are still to be linked. */
    StructForm(String name) {
        this.name = name;
        codec = Codecs.deferred(this::struct);
    }

    /** Sets the fields, in ascending order of their numbers. */
    void link(List<StructField> ascending) {
        fields = List.copyOf(ascending);
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
        }
        linked = StructValueCodec.of(name, fields);
    }

    /** Whether lists of such structs state their shape once (W-3.15). */
    boolean uniform() {
        return !fields.isEmpty() && fields.stream().noneMatch(StructField::optional);
    }

    /** The codec of a whole message. */
    StructCodec<StructValue> struct() {
        if (linked == null) {
            throw new IllegalStateException(name + " is not linked yet");
        }
        return linked;
    }

    @Override
    Kind kind() {
        return Kind.STRUCT;
    }

    @Override
    Codec<StructValue> codec() {
        return codec;
    }

    @Override
    void print(JsonOutput out, StructValue value) {
        out.beginObject();
        for (int i = 0; i < fields.size(); i++) {
            Object present = value.get(i);
            if (present != null) {
                out.name(fields.get(i).name());
                fields.get(i).form().print(out, present);
            }
        }
        out.endObject();
    }

    @Override
    StructValue parse(JsonInput in) {
        in.enter(JsonToken.START_OBJECT, "an object", Rule.STRUCT);
        in.charge(FOOTPRINT + (long) FIELD_FOOTPRINT * fields.size());
        StructValue value = new StructValue(fields.size());
        boolean[] seen = new boolean[fields.size()];
        Set<String> unknown = new HashSet<>();
        while (in.nextMember()) {
            Integer index = indexes.get(in.text());
            if (index == null) {
                parseUnknown(in, unknown);
            } else if (seen[index]) {
                throw in.refuse("the member " + fields.get(index).name() + " stands here twice", Rule.TEXT);
            } else {
                seen[index] = true;
                value.set(index, parseField(in, fields.get(index)));
            }
        }
        complete(in, value, seen);
        return value;
    }

    private static @Nullable Object parseField(JsonInput in, StructField field) {
        in.path().enter(field.name());
        in.next();
        Object value = field.optional() && in.token() == JsonToken.VALUE_NULL
                ? null
                : field.form().parse(in);
        in.path().leave();
        return value;
    }

    private void parseUnknown(JsonInput in, Set<String> seen) {
        if (in.skipsUnknownMembers()) {
            in.skipMember(seen);
            return;
        }
        String written = in.text();
        String shown = in.secret() ? "such member" : "member " + Printable.text(written);
        String hint = in.secret() ? "" : Nearest.hint(written, indexes.keySet());
        throw in.refuse(name + " has no " + shown + hint, Rule.UNKNOWN_MEMBER);
    }

    /** Takes the defaults of what the text does not have, as a reader of octets does (W-3.9). */
    private void complete(JsonInput in, StructValue value, boolean[] seen) {
        for (int i = 0; i < seen.length; i++) {
            StructField field = fields.get(i);
            if (!seen[i] && !field.optional()) {
                if (field.defaultValue() == null) {
                    throw in.refuse(
                            "the required field " + field.name() + " (" + field.number() + ") is absent",
                            Clause.REQUIRED_FIELD);
                }
                value.set(i, field.defaultValue());
            }
            if (value.get(i) != null) {
                in.spend(1);
            }
        }
    }
}
