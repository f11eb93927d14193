package io.rpcidl.json.dump;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import io.rpcidl.value.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up what types mean; without a schema nothing means anything. */
final class Meanings {

    private final @Nullable SchemaIndex index;
    private final Map<String, Members> members = new HashMap<>();

    Meanings(@Nullable SchemaIndex index) {
        this.index = index;
    }

    /** Whether there is no schema, so that nobody can say what is secret. */
    boolean byKinds() {
        return index == null;
    }

    /** The fields or variants of a definition; none for any other type. */
    Members members(@Nullable TypeName type) {
        if (!(type instanceof TypeName.Reference reference)) {
            return Members.UNKNOWN;
        }
        Members known = members.get(reference.name());
        if (known == null) {
            known = read(definition(type));
            members.put(reference.name(), known);
        }
        return known;
    }

    private static Members read(@Nullable DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfStruct struct) {
            return Members.ofFields(struct.struct().fields());
        }
        if (definition instanceof DefinitionSchema.OfError error) {
            return Members.ofFields(error.error().fields());
        }
        return definition instanceof DefinitionSchema.OfUnion union
                ? Members.ofVariants(union.union().variants())
                : Members.UNKNOWN;
    }

    /** The scalar that a value is, also behind a named type; null for anything else. */
    @Nullable
    ScalarType scalar(@Nullable TypeName type) {
        return type == null || index == null ? null : index.scalarOf(type);
    }

    /** The name of an enum's value; null when it is none, or has none. */
    @Nullable
    String valueName(@Nullable TypeName type, int number) {
        if (definition(type) instanceof DefinitionSchema.OfEnumeration enumeration) {
            EnumSchema schema = enumeration.enumeration();
            for (EnumValueSchema value : schema.values()) {
                if (value.number() == number) {
                    return value.name();
                }
            }
        }
        return null;
    }

    /** Whether people must not see values of the type: a named type that is sensitive, or a map with such keys. */
    boolean sensitive(@Nullable TypeName type) {
        if (type instanceof TypeName.MapOf map) {
            return sensitive(map.key());
        }
        return definition(type) instanceof DefinitionSchema.OfNamedType named
                && named.namedType().sensitive();
    }

    /** Whether values of the type are of the kind; of a type that is not known nothing is. */
    boolean matches(@Nullable TypeName type, Kind kind) {
        if (type == null) {
            return false;
        }
        ScalarType scalar = scalar(type);
        if (scalar != null) {
            return ValueText.kind(scalar) == kind;
        }
        return switch (kind) {
            case ENUM -> definition(type) instanceof DefinitionSchema.OfEnumeration;
            case STRUCT ->
                definition(type) instanceof DefinitionSchema.OfStruct
                        || definition(type) instanceof DefinitionSchema.OfUnion;
            case LIST -> type instanceof TypeName.ListOf || type instanceof TypeName.SetOf;
            case MAP -> type instanceof TypeName.MapOf;
            default -> false;
        };
    }

    private @Nullable DefinitionSchema definition(@Nullable TypeName type) {
        return type instanceof TypeName.Reference reference && index != null ? index.find(reference.name()) : null;
    }
}
