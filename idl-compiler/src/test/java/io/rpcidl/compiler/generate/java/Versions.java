package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Versions of a schema, made in the ways in which schemas may grow and shrink. */
final class Versions {

    private static final int LARGEST = 65_535;

    private Versions() {}

    /** The same with numbers that lie far apart, up to the largest one. */
    static List<Definition> farApart(List<Definition> definitions, Random random) {
        return definitions.stream()
                .map(definition -> farApart(definition, random))
                .toList();
    }

    private static Definition farApart(Definition definition, Random random) {
        if (definition instanceof Struct struct) {
            return withFields(struct, farApartFields(struct.fields(), random));
        } else if (definition instanceof DeclaredError error) {
            return withFields(error, farApartFields(error.fields(), random));
        } else if (definition instanceof Union union) {
            int step = step(
                    union.variants().stream().mapToInt(Variant::number).max().orElse(1), random);
            return withVariants(
                    union,
                    union.variants().stream()
                            .map(each -> variant(each, each.number() * step))
                            .toList());
        } else if (definition instanceof Enumeration enumeration) {
            int step = step(
                    enumeration.values().stream()
                            .mapToInt(EnumValue::number)
                            .max()
                            .orElse(1),
                    random);
            return withValues(
                    enumeration,
                    enumeration.values().stream()
                            .map(each -> value(each.name(), each.number() * step))
                            .toList());
        }
        return definition;
    }

    private static List<Field> farApartFields(List<Field> fields, Random random) {
        int step = step(fields.stream().mapToInt(Field::number).max().orElse(1), random);
        return fields.stream()
                .map(field -> new Field(
                        field.number() * step,
                        field.name(),
                        field.type(),
                        field.optional(),
                        field.defaultValue(),
                        field.max(),
                        field.sensitive(),
                        "",
                        Models.NOWHERE,
                        null))
                .toList();
    }

    /** One that takes the largest number as far as there are numbers, or any smaller one. */
    private static int step(int largest, Random random) {
        int most = LARGEST / Math.max(1, largest);
        return random.nextBoolean() ? most : 1 + random.nextInt(most);
    }

    /** The same with more variants and more values of open enums; all fields stay as they are. */
    static List<Definition> grown(List<Definition> definitions, Random random) {
        FieldMutations types =
                new FieldMutations(random, only(definitions, Enumeration.class), only(definitions, NamedType.class));
        List<Definition> grown = new ArrayList<>();
        for (Definition definition : definitions) {
            if (definition instanceof Union union) {
                grown.add(withVariants(union, grown(union.variants(), types, random)));
            } else if (definition instanceof Enumeration enumeration && !enumeration.closed()) {
                List<EnumValue> values = new ArrayList<>(enumeration.values());
                for (int i = 0; i < 3; i++) {
                    values.add(value("GROWN_" + i, unused(values.stream().map(EnumValue::number), random)));
                }
                grown.add(withValues(enumeration, values));
            } else {
                grown.add(definition);
            }
        }
        return grown;
    }

    /** The last one stays the last: deep values end with it. */
    private static List<Variant> grown(List<Variant> variants, FieldMutations types, Random random) {
        List<Variant> grown = new ArrayList<>(variants);
        for (int i = 0; i < 4; i++) {
            int number = Math.max(1, unused(grown.stream().map(Variant::number), random));
            grown.add(0, Models.variant(number, "grown" + i, i == 0 ? null : types.plain()));
        }
        return grown;
    }

    private static int unused(java.util.stream.Stream<Integer> numbers, Random random) {
        List<Integer> used = numbers.toList();
        int candidate = 1 + random.nextInt(LARGEST);
        while (used.contains(candidate)) {
            candidate = 1 + random.nextInt(LARGEST);
        }
        return candidate;
    }

    /** The same without the fields of structs and errors that are chosen. */
    static List<Definition> without(List<Definition> definitions, Predicate<Field> chosen) {
        return definitions.stream()
                .map(definition -> {
                    if (definition instanceof Struct struct) {
                        return withFields(struct, rest(struct.fields(), chosen));
                    } else if (definition instanceof DeclaredError error) {
                        return withFields(error, rest(error.fields(), chosen));
                    }
                    return definition;
                })
                .toList();
    }

    private static List<Field> rest(List<Field> fields, Predicate<Field> chosen) {
        return fields.stream().filter(chosen.negate()).toList();
    }

    /** The same with structs that keep what they do not know. */
    static List<Definition> opened(List<Definition> definitions) {
        return definitions.stream()
                .map(definition -> definition instanceof Struct struct
                        ? new Struct(
                                struct.name(),
                                "",
                                Models.NOWHERE,
                                struct.deprecation(),
                                true,
                                struct.fields(),
                                struct.reserved())
                        : definition)
                .toList();
    }

    static List<Field> fields(List<Definition> definitions) {
        List<Field> all = new ArrayList<>();
        only(definitions, Struct.class).forEach(struct -> all.addAll(struct.fields()));
        only(definitions, DeclaredError.class).forEach(error -> all.addAll(error.fields()));
        return all;
    }

    private static <T> List<T> only(List<Definition> definitions, Class<T> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Struct withFields(Struct struct, List<Field> fields) {
        return new Struct(
                struct.name(), "", Models.NOWHERE, struct.deprecation(), struct.open(), fields, struct.reserved());
    }

    private static DeclaredError withFields(DeclaredError error, List<Field> fields) {
        return new DeclaredError(
                error.name(), "", Models.NOWHERE, error.deprecation(), error.rejects(), fields, error.reserved());
    }

    private static Union withVariants(Union union, List<Variant> variants) {
        return new Union(union.name(), "", Models.NOWHERE, null, variants, union.reserved());
    }

    private static Variant variant(Variant variant, int number) {
        return new Variant(
                number, variant.name(), variant.type(), variant.max(), variant.sensitive(), "", Models.NOWHERE, null);
    }

    private static Enumeration withValues(Enumeration enumeration, List<EnumValue> values) {
        return new Enumeration(
                enumeration.name(),
                "",
                Models.NOWHERE,
                enumeration.deprecation(),
                enumeration.closed(),
                values,
                enumeration.reserved());
    }

    private static EnumValue value(String name, int number) {
        return new EnumValue(name, number, "", Models.NOWHERE, null);
    }
}
