package io.rpcidl.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks types, and what is stated of values of a type. */
final class TypeCheck {

    private final SchemaIndex index;
    private final Map<String, Set<String>> enumValues = new HashMap<>();

    TypeCheck(SchemaIndex index) {
        this.index = index;
    }

    /** Reads the type of a value: its names are found and name types, its keys can be keys. */
    TypeName value(String place, String text) {
        TypeName type;
        try {
            type = TypeName.parse(text);
        } catch (InvalidDescriptorException e) {
            throw DescriptorCheck.invalid(place, "has no valid type: " + e.getMessage(), e);
        }
        check(place, type);
        return type;
    }

    private void check(String place, TypeName type) {
        if (type instanceof TypeName.Reference reference) {
            DefinitionSchema definition = index.find(reference.name());
            boolean fits = definition instanceof DefinitionSchema.OfNamedType
                    || definition instanceof DefinitionSchema.OfEnumeration
                    || definition instanceof DefinitionSchema.OfStruct
                    || definition instanceof DefinitionSchema.OfUnion;
            if (!fits) {
                throw missing(place, definition, reference.name(), "type");
            }
        } else if (type instanceof TypeName.ListOf list) {
            check(place, list.element());
        } else if (type instanceof TypeName.SetOf set) {
            key(place, set.element());
        } else if (type instanceof TypeName.MapOf map) {
            key(place, map.key());
            check(place, map.value());
        }
    }

    private void key(String place, TypeName type) {
        check(place, type);
        ScalarType scalar = index.scalarOf(type);
        boolean enumeration = type instanceof TypeName.Reference reference
                && index.find(reference.name()) instanceof DefinitionSchema.OfEnumeration;
        if (!enumeration && (scalar == null || !scalar.key())) {
            throw DescriptorCheck.invalid(place, "has a key or an element of a set of the type " + type);
        }
    }

    /** Checks the name of an error. */
    void error(String place, String name) {
        DefinitionSchema definition = index.find(name);
        if (!(definition instanceof DefinitionSchema.OfError)) {
            throw missing(place, definition, name, "error");
        }
    }

    /** Checks {@code @max}: values of the type have a length. */
    void max(String place, TypeName type, @Nullable Long max) {
        if (max == null) {
            return;
        }
        ScalarType scalar = index.scalarOf(type);
        boolean collection = !(type instanceof TypeName.Of || type instanceof TypeName.Reference);
        if (!collection && (scalar == null || !scalar.hasLength())) {
            throw DescriptorCheck.invalid(place, "has a maximum, but values of the type " + type + " have no length");
        }
        if (max < 1 || max > Integer.MAX_VALUE) {
            throw DescriptorCheck.invalid(place, "has the maximum " + max + "; it is 1 to " + Integer.MAX_VALUE);
        }
    }

    /** Checks that the value is one of the type. */
    void literal(String place, TypeName type, LiteralSchema literal) {
        boolean fits;
        if (literal instanceof LiteralSchema.OfEnumValue value) {
            fits = type instanceof TypeName.Reference reference
                    && enumValues(reference.name()).contains(value.enumValue());
        } else if (literal instanceof LiteralSchema.OfEmpty) {
            fits = !(type instanceof TypeName.Of || type instanceof TypeName.Reference);
        } else {
            ScalarType scalar = index.scalarOf(type);
            fits = scalar != null && ScalarLiteral.fits(literal, scalar);
        }
        if (!fits) {
            throw DescriptorCheck.invalid(place, "has a value that is none of the type " + type);
        }
    }

    /** Collected once for each enum: many fields may state values of a large one. */
    private Set<String> enumValues(String name) {
        return enumValues.computeIfAbsent(
                name,
                each -> index.find(each) instanceof DefinitionSchema.OfEnumeration enumeration
                        ? enumeration.enumeration().values().stream()
                                .map(EnumValueSchema::name)
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    private static InvalidDescriptorException missing(
            String place, @Nullable DefinitionSchema found, String name, String what) {
        String why = found == null ? ", which is not there" : ", which is no " + what;
        return DescriptorCheck.invalid(place, "names the " + what + " " + Names.quoted(name) + why);
    }
}
