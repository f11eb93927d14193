package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.TypeName;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A field or a parameter as Java sees it.
 *
 * @param field as it was meant
 * @param name in Java
 * @param type in Java, boxed and annotated when null means absent
 * @param defaultValue the expression of the default, or null
 */
record Component(
        Field field, String name, TypeName type, @Nullable Code defaultValue) {

    static Component of(Field field, String name, JavaTypes types) {
        TypeName type = types.of(field.type());
        Code defaultValue =
                field.defaultValue() == null ? null : new JavaLiterals(types).of(field.defaultValue(), field.type());
        return new Component(field, name, field.optional() ? JavaTypes.nullable(type) : type, defaultValue);
    }

    /** The type of a variable that is null before the value is known. */
    TypeName nullableType() {
        return field.optional() ? type : JavaTypes.nullable(type);
    }

    boolean primitive() {
        return type.isPrimitive();
    }

    boolean collection() {
        return collectionMethod() != null;
    }

    /** The method of the runtime that makes an immutable collection, or null when this is none. */
    @Nullable
    String collectionMethod() {
        if (field.type() instanceof Type.ListOf) {
            return "list";
        }
        if (field.type() instanceof Type.SetOf) {
            return "set";
        }
        return field.type() instanceof Type.MapOf ? "map" : null;
    }

    /** The method of the runtime that checks the range of an unsigned number, or null where Java's type has that range. */
    @Nullable
    String rangeMethod() {
        return field.type() instanceof Type.Of of ? rangeMethod(of.scalar()) : null;
    }

    /** Likewise for a scalar. */
    @Nullable
    static String rangeMethod(Scalar scalar) {
        return switch (scalar) {
            case U8, U16, U32 -> "require" + scalar.name();
            default -> null;
        };
    }
}
