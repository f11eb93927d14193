package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Types in the canonical form: named types are what they are based on, other definitions are numbers. */
final class TypeForm {

    private final SchemaIndex index;
    private final ToIntFunction<String> numbers;

    TypeForm(SchemaIndex index, ToIntFunction<String> numbers) {
        this.index = index;
        this.numbers = numbers;
    }

    /** Appends the type of a member, which may have a maximum of its own. */
    void append(StringBuilder text, String type, @Nullable Long max) {
        append(text, TypeName.parse(type), max);
    }

    /** Appends the number of a definition that is named by itself. */
    void append(StringBuilder text, String definition) {
        text.append('#').append(numbers.applyAsInt(definition));
    }

    void append(StringBuilder text, TypeName type, @Nullable Long max) {
        Long limit = max;
        if (type instanceof TypeName.Of of) {
            text.append(of.scalar().keyword());
        } else if (type instanceof TypeName.ListOf list) {
            text.append("list<");
            append(text, list.element(), null);
            text.append('>');
        } else if (type instanceof TypeName.SetOf set) {
            text.append("set<");
            append(text, set.element(), null);
            text.append('>');
        } else if (type instanceof TypeName.MapOf map) {
            text.append("map<");
            append(text, map.key(), null);
            text.append(',');
            append(text, map.value(), null);
            text.append('>');
        } else if (type instanceof TypeName.Reference reference) {
            if (index.get(reference.name()) instanceof DefinitionSchema.OfNamedType named) {
                limit = smaller(named.namedType(), max);
                text.append(named.namedType().base());
            } else {
                append(text, reference.name());
            }
        }
        if (limit != null) {
            text.append('@').append(limit.longValue());
        }
    }

    /** Both maximums hold, so the smaller one does. */
    private static @Nullable Long smaller(NamedTypeSchema named, @Nullable Long max) {
        Long own = named.max();
        if (own == null || max == null) {
            return own == null ? max : own;
        }
        return Math.min(own, max);
    }
}
