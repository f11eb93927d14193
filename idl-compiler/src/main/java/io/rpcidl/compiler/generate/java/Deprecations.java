package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.model.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which definitions name something deprecated, so that only their classes keep javac from warning: a schema may go on
 * using what it tells others to leave.
 *
 * @param types where the definitions are found
 */
record Deprecations(JavaTypes types) {

    private static final AnnotationSpec SUPPRESSION = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "$S", "deprecation")
            .build();

    /** Adds {@code @Deprecated} when the definition is deprecated. */
    static void mark(TypeSpec.Builder type, @Nullable String deprecation) {
        if (deprecation != null) {
            type.addAnnotation(Deprecated.class);
        }
    }

    /** Silences the warnings about what the class itself names. */
    static void suppress(TypeSpec.Builder type, boolean needed) {
        if (needed) {
            type.addAnnotation(SUPPRESSION);
        }
    }

    /** Whether the types or the defaults of the fields are deprecated. */
    boolean named(List<Field> fields) {
        return fields.stream().anyMatch(field -> named(field.type()) || deprecatedDefault(field));
    }

    /** Whether code that reads every field meets something deprecated. */
    boolean read(List<Field> fields) {
        return named(fields) || fields.stream().anyMatch(field -> field.deprecation() != null);
    }

    /** Whether the types of the variants are deprecated. */
    boolean namedByVariants(List<Variant> variants) {
        return variants.stream().anyMatch(variant -> variant.type() != null && named(variant.type()));
    }

    /** Whether signatures of the methods name something deprecated. */
    boolean namedByMethods(List<Method> methods) {
        return methods.stream().anyMatch(this::named);
    }

    private boolean named(Method method) {
        Type result = method.result().type();
        Method.StreamParameter stream = method.streamParameter();
        return named(method.parameters())
                || (result != null && named(result))
                || (stream != null && named(stream.item()))
                || method.errors().stream().anyMatch(raised -> named(raised.error()));
    }

    /** Whether the type, or one inside it, is deprecated. */
    boolean named(Type type) {
        if (type instanceof Type.Reference reference) {
            return named(reference.name());
        }
        if (type instanceof Type.ListOf list) {
            return named(list.element());
        }
        if (type instanceof Type.SetOf set) {
            return named(set.element());
        }
        return type instanceof Type.MapOf map && (named(map.key()) || named(map.value()));
    }

    private boolean named(QualifiedName name) {
        return types.definition(name).deprecation() != null;
    }

    private boolean deprecatedDefault(Field field) {
        return field.defaultValue() != null && deprecated(field.defaultValue());
    }

    /** Whether it is a deprecated value of an enumeration. */
    boolean deprecated(Literal literal) {
        return literal instanceof Literal.Enumerated value
                && types.definition(value.enumeration()) instanceof Enumeration enumeration
                && enumeration.values().stream()
                        .anyMatch(each -> each.name().equals(value.value()) && each.deprecation() != null);
    }
}
