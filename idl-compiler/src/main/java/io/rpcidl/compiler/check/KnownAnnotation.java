package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Annotations;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of the language.
 *
 * @param word its name, without the {@code @}
 * @param targets what it is for, in words
 * @param fits whether it may stand on something
 * @param arguments knows wrong arguments
 */
record KnownAnnotation(String word, String targets, BiPredicate<Annotated, Program> fits, ArgumentsCheck arguments) {

    /** All of them, in the order of the language's description. */
    static final List<KnownAnnotation> ALL = List.of(
            new KnownAnnotation(
                    Annotations.MAX,
                    "strings, bytes and collections on fields, parameters, variants and named types",
                    KnownAnnotation::hasLength,
                    AnnotationArguments::limit),
            new KnownAnnotation(
                    Annotations.SENSITIVE,
                    "fields, parameters, variants with a value and named types",
                    (target, program) -> valueType(target) != null && !isStream(target),
                    AnnotationArguments::none),
            new KnownAnnotation(
                    Annotations.DEPRECATED,
                    "anything but packages and streams",
                    (target, program) -> !(target instanceof PackageDecl) && !isStream(target),
                    AnnotationArguments::text),
            new KnownAnnotation(
                    Annotations.DEADLINE,
                    "methods",
                    (target, program) -> target instanceof MethodDecl,
                    AnnotationArguments::deadline),
            new KnownAnnotation(
                    Annotations.JAVA_PACKAGE,
                    "packages",
                    (target, program) -> target instanceof PackageDecl,
                    AnnotationArguments::javaPackage),
            new KnownAnnotation(
                    Annotations.LINT_ALLOW, "anything", (target, program) -> true, AnnotationArguments::ruleAndReason));

    /** Says what is wrong with the number or the kinds of its arguments, or null. */
    interface ArgumentsCheck {
        @Nullable
        String problem(AnnotationDecl annotation, Program program);
    }

    /** Whether it may stand several times on one thing. */
    boolean repeats() {
        return word.equals(Annotations.LINT_ALLOW);
    }

    static @Nullable KnownAnnotation named(String name) {
        return ALL.stream().filter(known -> known.word.equals(name)).findFirst().orElse(null);
    }

    private static boolean hasLength(Annotated target, Program program) {
        TypeExpression written = valueType(target);
        if (written == null || isStream(target)) {
            return false;
        }
        Type type = program.type(written);
        if (type == null) {
            return true; // what the type is has been asked for already
        }
        Scalar scalar = program.scalar(type);
        return scalar == Scalar.STRING
                || scalar == Scalar.BYTES
                || type instanceof Type.ListOf
                || type instanceof Type.SetOf
                || type instanceof Type.MapOf;
    }

    private static boolean isStream(Annotated target) {
        return target instanceof FieldDecl field && field.type().is("stream");
    }

    private static @Nullable TypeExpression valueType(Annotated target) {
        if (target instanceof FieldDecl field) {
            return field.type();
        }
        if (target instanceof VariantDecl variant) {
            return variant.type();
        }
        return target instanceof NamedTypeDecl named ? named.base() : null;
    }
}
