package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.codec.UnknownFields;
import io.rpcidl.codec.UnknownValue;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Printable;
import io.rpcidl.wire.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The form of a struct, an error or the parameters of a method: an object (W-14.5). */
final class StructForm extends Form<StructValue> {

    private static final int FOOTPRINT = 16;
    private static final int FIELD_FOOTPRINT = 8;

    /** What a kept field takes, beside its octets, until all are there. */
    private static final int KEPT_FOOTPRINT = 160;

    private final String name;
    private final boolean open;
    private final Codec<StructValue> codec;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private List<StructField> fields = List.of();
    private @Nullable StructCodec<StructValue> linked;

    /** An error or parameters, whose fields are still to be linked. */
    StructForm(String name) {
        this(name, false);
    }

    /** A struct whose fields are still to be linked; an open one keeps those that it does not know. */
    StructForm(String name, boolean open) {
        this.name = name;
        this.open = open;
        codec = Codecs.deferred(this::struct);
    }

    /** Sets the fields, in ascending order of their numbers. */
    void link(List<StructField> ascending) {
        fields = List.copyOf(ascending);
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
            names.put(fields.get(i).number(), fields.get(i).name());
        }
        StructFields all = new StructFields(fields);
        linked = open ? OpenStructValueCodec.of(name, all) : StructValueCodec.of(name, all);
    }

    /** Whether lists of such structs state their shape once (W-3.15). */
    boolean uniform() {
        return !open && !fields.isEmpty() && fields.stream().noneMatch(StructField::optional);
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
        Iterator<UnknownValue> unknown = value.unknown().values().iterator();
        UnknownValue next = unknown.hasNext() ? unknown.next() : null;
        for (int i = 0; i < fields.size(); i++) {
            for (; next != null && next.number() < fields.get(i).number(); next = nextOf(unknown)) {
                UnknownValues.print(out, next);
            }
            Object present = value.get(i);
            if (present != null) {
                out.name(fields.get(i).name());
                fields.get(i).form().print(out, present);
            }
        }
        for (; next != null; next = nextOf(unknown)) {
            UnknownValues.print(out, next);
        }
        out.endObject();
    }

    private static @Nullable UnknownValue nextOf(Iterator<UnknownValue> values) {
        return values.hasNext() ? values.next() : null;
    }

    @Override
    StructValue parse(JsonInput in) {
        in.enter(JsonToken.START_OBJECT, "an object", Rule.STRUCT);
        in.charge(FOOTPRINT + (long) FIELD_FOOTPRINT * fields.size());
        StructValue value = new StructValue(fields.size());
        boolean[] seen = new boolean[fields.size()];
        Set<String> unknown = new HashSet<>();
        Map<Integer, UnknownValue> kept = new TreeMap<>();
        while (in.nextMember()) {
            Integer index = indexes.get(in.text());
            int number = open && index == null ? UnknownValues.number(in.text()) : 0;
            if (number > 0) {
                keep(in, number, kept);
            } else if (index == null) {
                parseUnknown(in, unknown);
            } else if (seen[index]) {
                throw in.refuse("the member " + fields.get(index).name() + " stands here twice", Rule.TEXT);
            } else {
                seen[index] = true;
                value.set(index, parseField(in, fields.get(index)));
            }
        }
        complete(in, value, seen);
        value.keep(UnknownFields.of(kept.values()));
        return value;
    }

    /** A field that is unknown here too (W-14.23). */
    private void keep(JsonInput in, int number, Map<Integer, UnknownValue> kept) {
        String known = names.get(number);
        if (known != null) {
            throw in.refuse("field " + number + " is known: name it " + known, Rule.UNKNOWN_FIELD);
        }
        if (kept.containsKey(number)) {
            throw in.refuse("the member #" + number + " stands here twice", Rule.TEXT);
        }
        in.spend(1);
        in.charge(KEPT_FOOTPRINT);
        in.path().enter("#" + number);
        kept.put(number, UnknownValues.FIELD.parse(in, number));
        in.path().leave();
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
