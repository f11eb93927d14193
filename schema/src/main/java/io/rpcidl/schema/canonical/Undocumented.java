package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NamedTypeSchema;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import java.util.List;

/** Takes documentation and deprecations from definitions. */
final class Undocumented {

    private Undocumented() {}

    static DefinitionSchema definition(DefinitionSchema definition) {
        return definition.match(
                constant -> new DefinitionSchema.OfConstant(constant.constant().toBuilder()
                        .documentation(null)
                        .deprecated(null)
                        .build()),
                named -> new DefinitionSchema.OfNamedType(namedType(named.namedType())),
                enumeration -> new DefinitionSchema.OfEnumeration(enumeration(enumeration.enumeration())),
                struct -> new DefinitionSchema.OfStruct(struct(struct.struct())),
                union -> new DefinitionSchema.OfUnion(union(union.union())),
                error -> new DefinitionSchema.OfError(error(error.error())),
                service -> new DefinitionSchema.OfService(service(service.service())),
                unknown -> unknown);
    }

    private static NamedTypeSchema namedType(NamedTypeSchema named) {
        return named.toBuilder().documentation(null).deprecated(null).build();
    }

    private static EnumSchema enumeration(EnumSchema enumeration) {
        return enumeration.toBuilder()
                .values(enumeration.values().stream()
                        .map(value -> value.toBuilder()
                                .documentation(null)
                                .deprecated(null)
                                .build())
                        .toList())
                .documentation(null)
                .deprecated(null)
                .build();
    }

    private static StructSchema struct(StructSchema struct) {
        return struct.toBuilder()
                .fields(fields(struct.fields()))
                .documentation(null)
                .deprecated(null)
                .build();
    }

    private static ErrorSchema error(ErrorSchema error) {
        return error.toBuilder()
                .fields(fields(error.fields()))
                .documentation(null)
                .deprecated(null)
                .build();
    }

    private static UnionSchema union(UnionSchema union) {
        return union.toBuilder()
                .variants(union.variants().stream()
                        .map(variant -> variant.toBuilder()
                                .documentation(null)
                                .deprecated(null)
                                .build())
                        .toList())
                .documentation(null)
                .deprecated(null)
                .build();
    }

    private static ServiceSchema service(ServiceSchema service) {
        return service.toBuilder()
                .methods(service.methods().stream().map(Undocumented::method).toList())
                .documentation(null)
                .deprecated(null)
                .build();
    }

    private static MethodSchema method(MethodSchema method) {
        return method.toBuilder()
                .parameters(fields(method.parameters()))
                .documentation(null)
                .deprecated(null)
                .build();
    }

    private static List<FieldSchema> fields(List<FieldSchema> fields) {
        return fields.stream()
                .map(field ->
                        field.toBuilder().documentation(null).deprecated(null).build())
                .toList();
    }
}
