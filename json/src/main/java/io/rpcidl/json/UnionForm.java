package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Printable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The form of a union: an object with one member, named like the variant (W-14.17). */
final class UnionForm extends Form<UnionValue> {

    private static final int FOOTPRINT = 24;

    private final String name;
    private final UnionValueCodec codec;
    private final Map<String, UnionVariant> byName = new HashMap<>();
    private final Map<Integer, UnionVariant> byNumber = new HashMap<>();

    /** A union whose variants are still to be linked. */
    UnionForm(String name) {
        this.name = name;
        codec = new UnionValueCodec(name);
    }

    void link(List<UnionVariant> variants) {
        for (UnionVariant variant : variants) {
            byName.put(variant.name(), variant);
            byNumber.put(variant.number(), variant);
        }
        codec.link(variants);
    }

    @Override
    Kind kind() {
        return Kind.STRUCT;
    }

    @Override
    Codec<UnionValue> codec() {
        return codec;
    }

    @Override
    void print(JsonOutput out, UnionValue value) {
        out.beginObject();
        UnionVariant variant = value.variant();
        if (variant == null) {
            UnknownValues.print(out, value.unknown());
        } else {
            out.name(variant.name());
            printValue(out, variant.form(), value);
        }
        out.endObject();
    }

    private static void printValue(JsonOutput out, @Nullable Form<Object> form, UnionValue value) {
        if (form == null) {
            out.beginObject();
            out.endObject();
        } else {
            form.print(out, value.value());
        }
    }

    @Override
    UnionValue parse(JsonInput in) {
        in.enter(JsonToken.START_OBJECT, "an object", Rule.UNION);
        in.charge(FOOTPRINT);
        in.spend(1);
        if (!in.nextMember()) {
            throw in.refuse(name + " must have exactly one member, the name of a variant", Rule.UNION);
        }
        UnionValue value = parseMember(in, in.text());
        if (in.nextMember()) {
            throw in.refuse(name + " must have exactly one member, and here is a second", Rule.UNION);
        }
        return value;
    }

    private UnionValue parseMember(JsonInput in, String written) {
        UnionVariant variant = byName.get(written);
        if (variant != null) {
            in.path().enter(variant.name());
            UnionValue value = parseValue(in, variant);
            in.path().leave();
            return value;
        }
        int number = UnknownValues.number(written);
        if (number == 0) {
            String shown = in.secret() ? "such variant" : "variant " + Printable.text(written);
            String hint = in.secret() ? "" : Nearest.hint(written, byName.keySet());
            throw in.refuse(name + " has no " + shown + hint, Rule.UNION);
        }
        UnionVariant known = byNumber.get(number);
        if (known != null) {
            throw in.refuse("variant " + number + " is known: name it " + known.name(), Rule.UNKNOWN_VARIANT);
        }
        in.path().enter(written);
        UnionValue value = UnionValue.unknown(UnknownValues.VARIANT.parse(in, number));
        in.path().leave();
        return value;
    }

    private static UnionValue parseValue(JsonInput in, UnionVariant variant) {
        Form<Object> form = variant.form();
        in.next();
        if (form != null) {
            return UnionValue.of(variant, form.parse(in));
        }
        if (in.token() != JsonToken.VALUE_NULL) {
            skipEmpty(in, variant);
        }
        return UnionValue.empty(variant);
    }

    /** An object for a variant without a value, which knows no members. */
    private static void skipEmpty(JsonInput in, UnionVariant variant) {
        in.enter(JsonToken.START_OBJECT, "{} or null", Rule.UNION);
        Set<String> seen = new HashSet<>();
        while (in.nextMember()) {
            if (!in.skipsUnknownMembers()) {
                throw in.refuse("the variant " + variant.name() + " has no value: write {}", Rule.UNKNOWN_MEMBER);
            }
            in.skipMember(seen);
        }
    }
}
