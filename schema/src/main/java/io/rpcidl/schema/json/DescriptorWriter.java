package io.rpcidl.schema.json;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.EnumValueSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Files and definitions to JSON: members in the order of the numbers of their fields. */
final class DescriptorWriter {

    private final JsonGenerator json;
    private final MemberWriter members;

    DescriptorWriter(JsonGenerator json) {
        this.json = json;
        this.members = new MemberWriter(json);
    }

    void descriptor(SchemaDescriptor descriptor) {
        json.writeStartObject();
        members.list("files", descriptor.files(), this::file);
        json.writeEndObject();
    }

    private void file(FileSchema file) {
        json.writeStringProperty("path", file.path());
        json.writeStringProperty("packageName", file.packageName());
        members.optional("javaPackage", file.javaPackage());
        members.optional("documentation", file.documentation());
        members.list("definitions", file.definitions(), this::definition);
        json.writeBooleanProperty("imported", file.imported());
    }

    private void definition(DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfConstant constant) {
            json.writeObjectPropertyStart("constant");
            json.writeStringProperty("name", constant.constant().name());
            json.writeStringProperty("type", constant.constant().type());
            json.writeName("value");
            LiteralJson.write(json, constant.constant().value());
            end(constant.constant().documentation(), constant.constant().deprecated());
        } else if (definition instanceof DefinitionSchema.OfNamedType named) {
            namedType(named.namedType());
        } else if (definition instanceof DefinitionSchema.OfEnumeration enumeration) {
            enumeration(enumeration.enumeration());
        } else if (definition instanceof DefinitionSchema.OfStruct struct) {
            struct(struct.struct());
        } else if (definition instanceof DefinitionSchema.OfUnion union) {
            union(union.union());
        } else if (definition instanceof DefinitionSchema.OfError error) {
            error(error.error());
        } else if (definition instanceof DefinitionSchema.OfService service) {
            json.writeObjectPropertyStart("service");
            json.writeStringProperty("name", service.service().name());
            members.list("methods", service.service().methods(), members::method);
            members.reserved(service.service().reserved());
            end(service.service().documentation(), service.service().deprecated());
        }
    }

    private void namedType(NamedTypeSchema named) {
        json.writeObjectPropertyStart("namedType");
        json.writeStringProperty("name", named.name());
        json.writeStringProperty("base", named.base());
        members.optional("max", named.max());
        json.writeBooleanProperty("sensitive", named.sensitive());
        end(named.documentation(), named.deprecated());
    }

    private void enumeration(EnumSchema enumeration) {
        json.writeObjectPropertyStart("enumeration");
        json.writeStringProperty("name", enumeration.name());
        json.writeBooleanProperty("closed", enumeration.closed());
        members.list("values", enumeration.values(), this::enumValue);
        members.reserved(enumeration.reserved());
        end(enumeration.documentation(), enumeration.deprecated());
    }

    private void enumValue(EnumValueSchema value) {
        json.writeNumberProperty("number", value.number());
        json.writeStringProperty("name", value.name());
        members.optional("documentation", value.documentation());
        members.optional("deprecated", value.deprecated());
    }

    private void struct(StructSchema struct) {
        json.writeObjectPropertyStart("struct");
        json.writeStringProperty("name", struct.name());
        members.list("fields", struct.fields(), members::field);
        members.reserved(struct.reserved());
        members.optional("documentation", struct.documentation());
        members.optional("deprecated", struct.deprecated());
        json.writeBooleanProperty("open", struct.open());
        json.writeEndObject();
    }

    private void union(UnionSchema union) {
        json.writeObjectPropertyStart("union");
        json.writeStringProperty("name", union.name());
        members.list("variants", union.variants(), members::variant);
        members.reserved(union.reserved());
        end(union.documentation(), union.deprecated());
    }

    private void error(ErrorSchema error) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("name", error.name());
        json.writeBooleanProperty("rejects", error.rejectsField());
        members.list("fields", error.fields(), members::field);
        members.reserved(error.reserved());
        end(error.documentation(), error.deprecated());
    }

    private void end(@Nullable String documentation, @Nullable String deprecated) {
        members.optional("documentation", documentation);
        members.optional("deprecated", deprecated);
        json.writeEndObject();
    }
}
