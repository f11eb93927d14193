package io.rpcidl.compiler.describe;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.MethodModifier;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StreamSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import io.rpcidl.schema.VariantSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes of definitions, at random: those that peers notice, and those that they don't. */
final class Mutations {

    private static final int FREE = 60_000;

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** The descriptor of one file with one of its definitions replaced. */
    static SchemaDescriptor replace(SchemaDescriptor descriptor, int at, UnaryOperator<DefinitionSchema> change) {
        FileSchema file = descriptor.files().get(0);
        List<DefinitionSchema> definitions = new ArrayList<>(file.definitions());
        definitions.set(at, change.apply(definitions.get(at)));
        return new SchemaDescriptor(
                List.of(file.toBuilder().definitions(definitions).build()));
    }

    /** A change that alters what octets are accepted or mean, or what is promised. */
    DefinitionSchema noticed(DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfStruct struct) {
            StructSchema schema = struct.struct();
            return new DefinitionSchema.OfStruct(
                    schema.toBuilder().fields(fields(schema.fields())).build());
        }
        if (definition instanceof DefinitionSchema.OfError error) {
            ErrorSchema schema = error.error();
            ErrorSchema.Builder changed = schema.toBuilder();
            return new DefinitionSchema.OfError(
                    random.nextBoolean()
                            ? changed.rejectsField(!schema.rejectsField()).build()
                            : changed.fields(fields(schema.fields())).build());
        }
        if (definition instanceof DefinitionSchema.OfUnion union) {
            return new DefinitionSchema.OfUnion(variants(union.union()));
        }
        if (definition instanceof DefinitionSchema.OfEnumeration enumeration) {
            EnumSchema schema = enumeration.enumeration();
            EnumSchema.Builder changed = schema.toBuilder();
            return new DefinitionSchema.OfEnumeration(
                    random.nextBoolean()
                            ? changed.closed(!schema.closed()).build()
                            : changed.values(with(
                                            schema.values(),
                                            EnumValueSchema.builder()
                                                    .number(FREE)
                                                    .name("new_value")
                                                    .build()))
                                    .build());
        }
        if (definition instanceof DefinitionSchema.OfNamedType named) {
            NamedTypeSchema schema = named.namedType();
            return new DefinitionSchema.OfNamedType(
                    schema.max() == null
                            ? schema.toBuilder()
                                    .base(schema.base().equals("i64") ? "u64" : "i64")
                                    .build()
                            : schema.toBuilder().max(schema.max() + 1).build());
        }
        return new DefinitionSchema.OfService(service(((DefinitionSchema.OfService) definition).service()));
    }

    private List<FieldSchema> fields(List<FieldSchema> fields) {
        FieldSchema added = FieldSchema.builder()
                .number(FREE)
                .name("added")
                .type("u8")
                .optional(random.nextBoolean())
                .build();
        if (fields.isEmpty() || random.nextInt(6) == 0) {
            return with(fields, added);
        }
        List<FieldSchema> changed = new ArrayList<>(fields);
        int at = random.nextInt(fields.size());
        FieldSchema field = fields.get(at);
        switch (random.nextInt(5)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.set(at, field.toBuilder().number(FREE).build());
            case 2 ->
                changed.set(
                        at,
                        field.toBuilder()
                                .optional(!field.optional())
                                .defaultField(null)
                                .build());
            case 3 ->
                changed.set(
                        at,
                        field.toBuilder()
                                .max(field.max() == null ? 5 : field.max() + 1)
                                .type(field.max() == null ? "list<" + field.type() + ">" : field.type())
                                .defaultField(null)
                                .build());
            default ->
                changed.set(
                        at,
                        field.toBuilder()
                                .optional(false)
                                .type("bool")
                                .max((Long) null)
                                .defaultField(otherBool(field))
                                .build());
        }
        return changed;
    }

    /** A default that the field does not have already. */
    private static LiteralSchema otherBool(FieldSchema field) {
        return new LiteralSchema.OfBool(!new LiteralSchema.OfBool(true).equals(field.defaultField()));
    }

    private UnionSchema variants(UnionSchema union) {
        List<VariantSchema> variants = new ArrayList<>(union.variants());
        VariantSchema last = variants.get(variants.size() - 1);
        if (random.nextBoolean()) {
            variants.set(variants.size() - 1, last.toBuilder().number(FREE).build());
        } else {
            variants.add(VariantSchema.builder().number(FREE).name("added").build());
        }
        return union.toBuilder().variants(variants).build();
    }

    private ServiceSchema service(ServiceSchema service) {
        List<MethodSchema> methods = new ArrayList<>(service.methods());
        int at = random.nextInt(methods.size());
        MethodSchema method = methods.get(at);
        ResultSchema result = method.result();
        MethodSchema.Builder changed = method.toBuilder();
        switch (random.nextInt(6)) {
            case 0 -> changed.number(FREE);
            case 1 ->
                changed.modifier(
                        method.modifier().equals(MethodModifier.NONE) ? MethodModifier.READONLY : MethodModifier.NONE);
            case 2 -> changed.parameters(fields(method.parameters()));
            case 3 -> changed.result(new ResultSchema(result.type() == null ? "u8" : null, false, false));
            case 4 -> changed.upload(method.upload() == null ? new StreamSchema("uploaded", "u8") : null);
            default ->
                changed.result(
                        result.type() == null
                                ? new ResultSchema("u8", true, false)
                                : new ResultSchema(result.type(), false, !result.stream()));
        }
        methods.set(at, changed.build());
        return service.toBuilder().methods(methods).build();
    }

    /** A change of names, order, documentation, deadlines or Java: the octets are the same, and so is their meaning. */
    SchemaDescriptor unnoticed(SchemaDescriptor descriptor) {
        FileSchema file = descriptor.files().get(0);
        List<DefinitionSchema> definitions = new ArrayList<>();
        for (DefinitionSchema definition : file.definitions()) {
            definitions.add(random.nextInt(3) == 0 ? new Renaming(random).change(definition) : definition);
        }
        Collections.shuffle(definitions, random);
        int half = random.nextInt(definitions.size());
        FileSchema.Builder both = file.toBuilder().documentation("new").javaPackage("other.java");
        return new SchemaDescriptor(List.of(
                both.path("a.rpcidl").definitions(definitions.subList(0, half)).build(),
                both.path("b.rpcidl")
                        .definitions(definitions.subList(half, definitions.size()))
                        .imported(true)
                        .build()));
    }

    static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }
}
