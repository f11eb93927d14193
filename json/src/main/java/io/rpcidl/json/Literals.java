package io.rpcidl.json;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defaults as descriptors state them. */
final class Literals {

    private Literals() {}

    /** The value of a scalar type that the literal states. */
    static Object scalar(ScalarType type, LiteralSchema literal) {
        Object value;
        try {
            value = switch (type) {
                case BOOL -> literal instanceof LiteralSchema.OfBool bool ? bool.bool() : null;
                case I8, I16, I32, I64, U8, U16, U32, U64 -> integer(type, literal);
                case F32 -> floating(literal) instanceof Double number ? number.floatValue() : null;
                case F64 -> floating(literal);
                case STRING -> literal instanceof LiteralSchema.OfText text ? text.text() : null;
                case BYTES -> null;
                case UUID -> literal instanceof LiteralSchema.OfUuid uuid ? uuid.uuid() : null;
                case TIMESTAMP -> literal instanceof LiteralSchema.OfTimestamp time ? time.timestamp() : null;
                case DURATION -> literal instanceof LiteralSchema.OfDuration time ? time.duration() : null;
                case DECIMAL -> number(literal);
            };
        } catch (ArithmeticException e) {
            throw mismatch(type.keyword());
        }
        if (value == null) {
            throw mismatch(type.keyword());
        }
        return value;
    }

    static EnumForm.Value enumerated(EnumForm form, LiteralSchema literal) {
        EnumForm.Value value =
                literal instanceof LiteralSchema.OfEnumValue named ? form.named(named.enumValue()) : null;
        if (value == null) {
            throw mismatch("its enum");
        }
        return value;
    }

    /** The empty collection of a type. */
    static Object collection(TypeName type, LiteralSchema literal) {
        if (!(literal instanceof LiteralSchema.OfEmpty)) {
            throw mismatch("its type");
        }
        return type instanceof TypeName.ListOf ? List.of() : type instanceof TypeName.SetOf ? Set.of() : Map.of();
    }

    private static @Nullable Object integer(ScalarType type, LiteralSchema literal) {
        BigDecimal number = number(literal);
        if (number == null) {
            return null;
        }
        BigInteger value = number.toBigIntegerExact();
        // One by one: the branches of a conditional expression would all become the widest of their types.
        return switch (type) {
            case I8 -> (Object) value.byteValueExact();
            case I16 -> (Object) value.shortValueExact();
            case I32, U8, U16 -> (Object) value.intValueExact();
            case U64 -> value.signum() >= 0 && value.bitLength() <= Long.SIZE ? (Object) value.longValue() : null;
            default -> (Object) value.longValueExact();
        };
    }

    private static @Nullable Object floating(LiteralSchema literal) {
        if (literal instanceof LiteralSchema.OfFloating number) {
            return number.floating();
        }
        BigDecimal number = number(literal);
        return number == null ? null : (Object) number.doubleValue();
    }

    private static @Nullable BigDecimal number(LiteralSchema literal) {
        if (literal instanceof LiteralSchema.OfInteger number) {
            return number.integer();
        }
        return literal instanceof LiteralSchema.OfDecimal number ? number.decimal() : null;
    }

    private static InvalidDescriptorException mismatch(String type) {
        return new InvalidDescriptorException("the default is no value of " + type);
    }
}
