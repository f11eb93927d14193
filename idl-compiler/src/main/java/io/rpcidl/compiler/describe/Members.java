package io.rpcidl.compiler.describe;

import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Reserved;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Variant;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.ReservedSchema;
import io.rpcidl.schema.VariantSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What definitions hold. */
final class Members {

    private Members() {}

    static List<FieldSchema> fields(List<Field> fields) {
        return fields.stream().map(Members::field).toList();
    }

    private static FieldSchema field(Field field) {
        Literal literal = field.defaultValue();
        return FieldSchema.builder()
                .number(field.number())
                .name(field.name())
                .type(TypeNames.text(field.type()))
                .optional(field.optional())
                .defaultField(literal == null ? null : Literals.describe(literal))
                .max(field.max())
                .sensitive(field.sensitive())
                .documentation(Describer.documentation(field.documentation()))
                .deprecated(field.deprecation())
                .build();
    }

    static VariantSchema variant(Variant variant) {
        Type type = variant.type();
        return VariantSchema.builder()
                .number(variant.number())
                .name(variant.name())
                .type(type == null ? null : TypeNames.text(type))
                .max(variant.max())
                .sensitive(variant.sensitive())
                .documentation(Describer.documentation(variant.documentation()))
                .deprecated(variant.deprecation())
                .build();
    }

    static @Nullable ReservedSchema reserved(Reserved reserved) {
        if (reserved.numbers().isEmpty() && reserved.names().isEmpty()) {
            return null;
        }
        return new ReservedSchema(
                reserved.numbers().stream()
                        .map(range -> new NumberRange(range.first(), range.last()))
                        .toList(),
                reserved.names());
    }
}
