package io.rpcidl.compiler.describe;

import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
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
import org.jspecify.annotations.Nullable;

/** Describes schemas: all that a {@link Schema} says, but where it was written. */
public final class Describer {

    private Describer() {}

    /** The descriptor of all files of the schema, those that were only imported too. */
    public static SchemaDescriptor describe(Schema schema) {
        return new SchemaDescriptor(schema.files().stream().map(Describer::file).toList());
    }

    private static FileSchema file(SchemaFile file) {
        return FileSchema.builder()
                .path(file.path())
                .packageName(file.packageName())
                .javaPackage(file.javaPackage().equals(file.packageName()) ? null : file.javaPackage())
                .documentation(documentation(file.documentation()))
                .definitions(
                        file.definitions().stream().map(Describer::definition).toList())
                .imported(!file.requested())
                .build();
    }

    private static DefinitionSchema definition(Definition definition) {
        if (definition instanceof Constant constant) {
            return new DefinitionSchema.OfConstant(constant(constant));
        }
        if (definition instanceof NamedType named) {
            return new DefinitionSchema.OfNamedType(namedType(named));
        }
        if (definition instanceof Enumeration enumeration) {
            return new DefinitionSchema.OfEnumeration(enumeration(enumeration));
        }
        if (definition instanceof Struct struct) {
            return new DefinitionSchema.OfStruct(struct(struct));
        }
        if (definition instanceof Union union) {
            return new DefinitionSchema.OfUnion(union(union));
        }
        return definition instanceof DeclaredError error
                ? new DefinitionSchema.OfError(error(error))
                : new DefinitionSchema.OfService(service((Service) definition));
    }

    private static ConstantSchema constant(Constant constant) {
        return ConstantSchema.builder()
                .name(constant.name().simpleName())
                .type(TypeNames.text(constant.type()))
                .value(Literals.describe(constant.value()))
                .documentation(documentation(constant.documentation()))
                .deprecated(constant.deprecation())
                .build();
    }

    private static NamedTypeSchema namedType(NamedType named) {
        return NamedTypeSchema.builder()
                .name(named.name().simpleName())
                .base(named.base().keyword())
                .max(named.max())
                .sensitive(named.sensitive())
                .documentation(documentation(named.documentation()))
                .deprecated(named.deprecation())
                .build();
    }

    private static EnumSchema enumeration(Enumeration enumeration) {
        return EnumSchema.builder()
                .name(enumeration.name().simpleName())
                .closed(enumeration.closed())
                .values(enumeration.values().stream().map(Describer::value).toList())
                .reserved(Members.reserved(enumeration.reserved()))
                .documentation(documentation(enumeration.documentation()))
                .deprecated(enumeration.deprecation())
                .build();
    }

    private static EnumValueSchema value(EnumValue value) {
        return EnumValueSchema.builder()
                .number(value.number())
                .name(value.name())
                .documentation(documentation(value.documentation()))
                .deprecated(value.deprecation())
                .build();
    }

    private static StructSchema struct(Struct struct) {
        return StructSchema.builder()
                .name(struct.name().simpleName())
                .fields(Members.fields(struct.fields()))
                .reserved(Members.reserved(struct.reserved()))
                .documentation(documentation(struct.documentation()))
                .deprecated(struct.deprecation())
                .open(struct.open())
                .build();
    }

    private static ErrorSchema error(DeclaredError error) {
        return ErrorSchema.builder()
                .name(error.name().simpleName())
                .rejectsField(error.rejects())
                .fields(Members.fields(error.fields()))
                .reserved(Members.reserved(error.reserved()))
                .documentation(documentation(error.documentation()))
                .deprecated(error.deprecation())
                .build();
    }

    private static UnionSchema union(Union union) {
        return UnionSchema.builder()
                .name(union.name().simpleName())
                .variants(union.variants().stream().map(Members::variant).toList())
                .reserved(Members.reserved(union.reserved()))
                .documentation(documentation(union.documentation()))
                .deprecated(union.deprecation())
                .build();
    }

    private static ServiceSchema service(Service service) {
        return ServiceSchema.builder()
                .name(service.name().simpleName())
                .methods(service.methods().stream().map(Methods::describe).toList())
                .reserved(Members.reserved(service.reserved()))
                .documentation(documentation(service.documentation()))
                .deprecated(service.deprecation())
                .build();
    }

    /** Absent instead of empty. */
    static @Nullable String documentation(String documentation) {
        return documentation.isEmpty() ? null : documentation;
    }
}
