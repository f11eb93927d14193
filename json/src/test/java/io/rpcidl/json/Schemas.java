package io.rpcidl.json;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import io.rpcidl.schema.VariantSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Descriptors for tests, of one package {@code t.v1}; {@code ~Line} is short for {@code t.v1.Line}. */
final class Schemas {

    private static final Pattern MEMBER =
            Pattern.compile("(\\d+): (?:(\\S+?)(\\?)? )?(\\w+)(?: = (\\S+))?(?: @max\\((\\d+)\\))?( @sensitive)?");

    private Schemas() {}

    static SchemaDescriptor of(DefinitionSchema... definitions) {
        return of(List.of(definitions));
    }

    static SchemaDescriptor of(List<DefinitionSchema> definitions) {
        FileSchema file = FileSchema.builder()
                .path("t/v1/t.rpcidl")
                .packageName("t.v1")
                .definitions(definitions)
                .build();
        return new SchemaDescriptor(List.of(file));
    }

    /** A named type. */
    static DefinitionSchema type(String name, String base) {
        return type(name, base, null, false);
    }

    static DefinitionSchema type(String name, String base, Long maximum, boolean sensitive) {
        return new DefinitionSchema.OfNamedType(NamedTypeSchema.builder()
                .name(name)
                .base(base)
                .max(maximum)
                .sensitive(sensitive)
                .build());
    }

    /** An enum, open unless its name ends with {@code !}. */
    static DefinitionSchema enumeration(String name, Map<String, Integer> values) {
        boolean closed = name.endsWith("!");
        return new DefinitionSchema.OfEnumeration(EnumSchema.builder()
                .name(name.replace("!", ""))
                .closed(closed)
                .values(values.entrySet().stream()
                        .map(value -> EnumValueSchema.builder()
                                .number(value.getValue())
                                .name(value.getKey())
                                .build())
                        .toList())
                .build());
    }

    /** Fields like {@code 1: list<~Line> lines @max(3)}. */
    static DefinitionSchema struct(String name, String... fields) {
        return new DefinitionSchema.OfStruct(
                StructSchema.builder().name(name).fields(fields(fields)).build());
    }

    static DefinitionSchema openStruct(String name, String... fields) {
        return new DefinitionSchema.OfStruct(StructSchema.builder()
                .name(name)
                .fields(fields(fields))
                .open(true)
                .build());
    }

    static DefinitionSchema error(String name, String... fields) {
        return new DefinitionSchema.OfError(
                ErrorSchema.builder().name(name).fields(fields(fields)).build());
    }

    /** Variants like {@code 1: string card}; without a type they have no value. */
    static DefinitionSchema union(String name, String... variants) {
        List<VariantSchema> schemas = new ArrayList<>();
        for (String text : variants) {
            Matcher parts = parts(text);
            schemas.add(VariantSchema.builder()
                    .number(Integer.parseInt(parts.group(1)))
                    .type(parts.group(2) == null ? null : full(parts.group(2)))
                    .name(parts.group(4))
                    .max(parts.group(6) == null ? null : Long.valueOf(parts.group(6)))
                    .sensitive(parts.group(7) != null)
                    .build());
        }
        return new DefinitionSchema.OfUnion(
                UnionSchema.builder().name(name).variants(schemas).build());
    }

    static DefinitionSchema service(String name, MethodSchema... methods) {
        return new DefinitionSchema.OfService(
                ServiceSchema.builder().name(name).methods(List.of(methods)).build());
    }

    /** A method; a result like {@code string?}, or null for {@code void}. */
    static MethodSchema method(int number, String name, String result, String... parameters) {
        boolean optional = result != null && result.endsWith("?");
        String type = result == null ? null : full(result.replace("?", ""));
        return MethodSchema.builder()
                .number(number)
                .name(name)
                .parameters(fields(parameters))
                .result(new ResultSchema(type, optional, false))
                .build();
    }

    static List<FieldSchema> fields(String... fields) {
        return Stream.of(fields).map(Schemas::field).toList();
    }

    private static FieldSchema field(String text) {
        Matcher parts = parts(text);
        return FieldSchema.builder()
                .number(Integer.parseInt(parts.group(1)))
                .type(full(parts.group(2)))
                .optional(parts.group(3) != null)
                .name(parts.group(4))
                .defaultField(parts.group(5) == null ? null : literal(parts.group(5)))
                .max(parts.group(6) == null ? null : Long.valueOf(parts.group(6)))
                .sensitive(parts.group(7) != null)
                .build();
    }

    private static Matcher parts(String text) {
        Matcher parts = MEMBER.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return parts;
    }

    private static LiteralSchema literal(String text) {
        if (text.equals("[]")) {
            return new LiteralSchema.OfEmpty();
        } else if (text.equals("true") || text.equals("false")) {
            return new LiteralSchema.OfBool(text.equals("true"));
        } else if (text.startsWith("\"")) {
            return new LiteralSchema.OfText(text.replace("\"", ""));
        } else if (text.matches("-?\\d+")) {
            return new LiteralSchema.OfInteger(new BigDecimal(text));
        } else if (text.matches("-?\\d+\\.\\d+")) {
            return new LiteralSchema.OfFloating(Double.parseDouble(text));
        }
        return new LiteralSchema.OfEnumValue(text);
    }

    static String full(String type) {
        return type.replace("~", "t.v1.");
    }
}
