package io.rpcidl.compiler.describe;

import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.ReservedSchema;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Gives members other names, another order, documentation, and all else that peers don't notice. */
final class Renaming {

    private static final ReservedSchema RESERVED =
            new ReservedSchema(List.of(new NumberRange(50_000, 50_009)), List.of("gone"));

    private final Random random;

    Renaming(Random random) {
        this.random = random;
    }

    DefinitionSchema change(DefinitionSchema definition) {
        if (definition instanceof DefinitionSchema.OfStruct struct) {
            StructSchema schema = struct.struct();
            return new DefinitionSchema.OfStruct(schema.toBuilder()
                    .fields(fields(schema.fields()))
                    .reserved(RESERVED)
                    .documentation("new")
                    .open(!schema.open())
                    .build());
        }
        if (definition instanceof DefinitionSchema.OfError error) {
            ErrorSchema schema = error.error();
            return new DefinitionSchema.OfError(schema.toBuilder()
                    .fields(fields(schema.fields()))
                    .deprecated("new")
                    .build());
        }
        if (definition instanceof DefinitionSchema.OfUnion union) {
            UnionSchema schema = union.union();
            return new DefinitionSchema.OfUnion(schema.toBuilder()
                    .variants(shuffled(schema.variants().stream()
                            .map(each -> each.toBuilder()
                                    .name(each.name() + "_new")
                                    .sensitive(!each.sensitive())
                                    .build())
                            .toList()))
                    .build());
        }
        if (definition instanceof DefinitionSchema.OfEnumeration enumeration) {
            // the names of values stay: defaults are stated by them
            EnumSchema schema = enumeration.enumeration();
            return new DefinitionSchema.OfEnumeration(schema.toBuilder()
                    .values(shuffled(schema.values()))
                    .reserved(RESERVED)
                    .build());
        }
        if (definition instanceof DefinitionSchema.OfNamedType named) {
            return new DefinitionSchema.OfNamedType(named.namedType().toBuilder()
                    .sensitive(!named.namedType().sensitive())
                    .documentation("new")
                    .build());
        }
        ServiceSchema service = ((DefinitionSchema.OfService) definition).service();
        return new DefinitionSchema.OfService(service.toBuilder()
                .methods(shuffled(service.methods().stream().map(this::method).toList()))
                .reserved(RESERVED)
                .build());
    }

    private MethodSchema method(MethodSchema method) {
        return method.toBuilder()
                .name(method.name() + "_new")
                .parameters(fields(method.parameters()))
                .raised(shuffled(method.raised()))
                .deadline(random.nextBoolean() ? null : new DeadlineSchema.OfNone())
                .deprecated("new")
                .build();
    }

    private List<FieldSchema> fields(List<FieldSchema> fields) {
        return shuffled(fields.stream()
                .map(field -> field.toBuilder()
                        .name(field.name() + "_new")
                        .sensitive(!field.sensitive())
                        .documentation("new")
                        .deprecated(null)
                        .build())
                .toList());
    }

    private <T> List<T> shuffled(List<T> members) {
        List<T> copy = new ArrayList<>(members);
        Collections.shuffle(copy, random);
        return copy;
    }
}
