package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import org.jspecify.annotations.Nullable;

/** Which types have literals, and how these look. */
public final class LiteralForms {

    private LiteralForms() {}

    /** Whether a constant can have the type: a scalar but bytes, a named type of one, or an enum. */
    public static boolean exist(Type type, Program program) {
        Scalar scalar = program.scalar(type);
        if (scalar != null) {
            return scalar != Scalar.BYTES;
        }
        return program.declaration(type) instanceof EnumDecl;
    }

    /** How a value of the type is written. */
    static String help(Type type, @Nullable Scalar scalar) {
        if (scalar == null) {
            return type instanceof Type.Reference
                    ? "enums take one of their values, structs and unions have no literals"
                    : "the only literal of a collection is `[]`";
        }
        return switch (scalar) {
            case BOOL -> "write `true` or `false`";
            case I8, I16, I32, I64, U8, U16, U32, U64 -> {
                IntegerRange range = IntegerRange.of(scalar);
                yield "write an integer from " + range.first() + " to " + range.last();
            }
            case F32, F64 -> "write a number such as `1.5`, or `nan`, `inf`, `-inf`";
            case STRING -> "write a string in double quotes";
            case BYTES -> "bytes have no literals";
            case UUID -> "write a string such as \"123e4567-e89b-12d3-a456-426614174000\"";
            case TIMESTAMP -> "write a string such as \"2026-01-31T12:00:00Z\"";
            case DURATION -> "write a number with a unit, such as `500ms` (h, m, s, ms, us, ns)";
            case DECIMAL -> "write a number such as `19.90`, of at most 64 bytes without its scale";
        };
    }
}
