package io.rpcidl.schema.json;

import io.rpcidl.schema.ConstantSchema;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import java.util.Map;
import java.util.function.Function;

/** Files and definitions from JSON. */
final class DescriptorReader {

    private static final Map<String, Function<JsonValue, DefinitionSchema>> DEFINITIONS = Map.of(
            "constant", value -> new DefinitionSchema.OfConstant(constant(new Members(value))),
            "namedType", value -> new DefinitionSchema.OfNamedType(namedType(new Members(value))),
            "enumeration", value -> new DefinitionSchema.OfEnumeration(enumeration(new Members(value))),
            "struct", value -> new DefinitionSchema.OfStruct(struct(new Members(value))),
            "union", value -> new DefinitionSchema.OfUnion(union(new Members(value))),
            "error", value -> new DefinitionSchema.OfError(error(new Members(value))),
            "service", value -> new DefinitionSchema.OfService(service(new Members(value))));

    private DescriptorReader() {}

    static SchemaDescriptor descriptor(JsonValue value) {
        Members in = new Members(value);
        SchemaDescriptor descriptor = new SchemaDescriptor(in.list("files", DescriptorReader::file));
        in.end();
        return descriptor;
    }

    private static FileSchema file(JsonValue value) {
        Members in = new Members(value);
        FileSchema file = FileSchema.builder()
                .path(in.text("path"))
                .packageName(in.text("packageName"))
                .javaPackage(in.optionalText("javaPackage"))
                .documentation(in.optionalText("documentation"))
                .definitions(in.list("definitions", each -> Members.variant(each, DEFINITIONS)))
                .imported(in.flag("imported"))
                .build();
        in.end();
        return file;
    }

    private static ConstantSchema constant(Members in) {
        ConstantSchema constant = ConstantSchema.builder()
                .name(in.text("name"))
                .type(in.text("type"))
                .value(in.required("value", LiteralJson::read))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return constant;
    }

    private static NamedTypeSchema namedType(Members in) {
        NamedTypeSchema named = NamedTypeSchema.builder()
                .name(in.text("name"))
                .base(in.text("base"))
                .max(in.optionalU32("max"))
                .sensitive(in.flag("sensitive"))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return named;
    }

    private static EnumSchema enumeration(Members in) {
        EnumSchema enumeration = EnumSchema.builder()
                .name(in.text("name"))
                .closed(in.flag("closed"))
                .values(in.list("values", DescriptorReader::enumValue))
                .reserved(in.optional("reserved", MemberReader::reserved))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return enumeration;
    }

    private static EnumValueSchema enumValue(JsonValue value) {
        Members in = new Members(value);
        EnumValueSchema read = EnumValueSchema.builder()
                .number(in.u16("number"))
                .name(in.text("name"))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return read;
    }

    private static StructSchema struct(Members in) {
        StructSchema struct = StructSchema.builder()
                .name(in.text("name"))
                .fields(in.list("fields", MemberReader::field))
                .reserved(in.optional("reserved", MemberReader::reserved))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .open(in.flag("open"))
                .build();
        in.end();
        return struct;
    }

    private static UnionSchema union(Members in) {
        UnionSchema union = UnionSchema.builder()
                .name(in.text("name"))
                .variants(in.list("variants", MemberReader::variant))
                .reserved(in.optional("reserved", MemberReader::reserved))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return union;
    }

    private static ErrorSchema error(Members in) {
        ErrorSchema error = ErrorSchema.builder()
                .name(in.text("name"))
                .rejectsField(in.flag("rejects"))
                .fields(in.list("fields", MemberReader::field))
                .reserved(in.optional("reserved", MemberReader::reserved))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return error;
    }

    private static ServiceSchema service(Members in) {
        ServiceSchema service = ServiceSchema.builder()
                .name(in.text("name"))
                .methods(in.list("methods", MemberReader::method))
                .reserved(in.optional("reserved", MemberReader::reserved))
                .documentation(in.optionalText("documentation"))
                .deprecated(in.optionalText("deprecated"))
                .build();
        in.end();
        return service;
    }
}
