package io.rpcidl.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks fields, parameters and variants. */
final class MemberCheck {

    private final TypeCheck types;

    MemberCheck(TypeCheck types) {
        this.types = types;
    }

    void fields(String owner, List<FieldSchema> fields, @Nullable ReservedSchema reserved) {
        NumberCheck numbers = new NumberCheck(owner, 1, reserved);
        fields.forEach(field -> field(owner, field, numbers));
    }

    void field(String owner, FieldSchema field, NumberCheck numbers) {
        numbers.member(field.number(), field.name());
        String place = owner + "." + field.name();
        TypeName type = types.value(place, field.type());
        types.max(place, type, field.max());
        LiteralSchema literal = field.defaultField();
        if (literal != null) {
            if (field.optional()) {
                throw DescriptorCheck.invalid(place, "is optional and has a default; it can't be both");
            }
            types.literal(place, type, literal);
        }
    }

    void variants(String name, UnionSchema union) {
        NumberCheck numbers = new NumberCheck(name, 1, union.reserved());
        for (VariantSchema variant : union.variants()) {
            numbers.member(variant.number(), variant.name());
            String place = name + "." + variant.name();
            String type = variant.type();
            if (type != null) {
                types.max(place, types.value(place, type), variant.max());
            } else if (variant.max() != null) {
                throw DescriptorCheck.invalid(place, "has a maximum and no value");
            }
        }
        if (union.variants().isEmpty()) {
            throw DescriptorCheck.invalid(name, "needs a variant");
        }
    }
}
