package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.LiteralExpression.DurationLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.StringLiteral;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Method.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The annotations of the language, and what they say once the checks have passed. */
public final class Annotations {

    /** {@code @max(200)}. */
    public static final String MAX = "max";
    /** {@code @sensitive}. */
    public static final String SENSITIVE = "sensitive";
    /** {@code @deprecated("reason")}. */
    public static final String DEPRECATED = "deprecated";
    /** {@code @deadline(2s)}, {@code @deadline(none)}. */
    public static final String DEADLINE = "deadline";
    /** {@code @java.package("com.acme")}. */
    public static final String JAVA_PACKAGE = "java.package";
    /** {@code @lint.allow("field-name", "the wire name of etcd")}. */
    public static final String LINT_ALLOW = "lint.allow";

    private Annotations() {}

    /** Whether it is marked to be never printed. */
    public static boolean isSensitive(Annotated annotated) {
        return sensitive(annotated);
    }

    /** Whether its length is bounded. */
    public static boolean hasMax(Annotated annotated) {
        return find(annotated, MAX).isPresent();
    }

    static boolean sensitive(Annotated annotated) {
        return find(annotated, SENSITIVE).isPresent();
    }

    static @Nullable String deprecation(Annotated annotated) {
        return argument(annotated, DEPRECATED).map(Annotations::text).orElse(null);
    }

    static @Nullable Long max(Annotated annotated, Program program) {
        return argument(annotated, MAX)
                .map(program::literal)
                .map(literal -> ((Literal.Integral) literal).value().longValueExact())
                .orElse(null);
    }

    static String javaPackage(@Nullable Annotated annotated, String otherwise) {
        return annotated == null
                ? otherwise
                : argument(annotated, JAVA_PACKAGE).map(Annotations::text).orElse(otherwise);
    }

    static Deadline deadline(Annotated annotated) {
        Optional<LiteralExpression> argument = argument(annotated, DEADLINE);
        if (argument.isEmpty()) {
            return new Deadline.Unstated();
        }
        return argument.get() instanceof DurationLiteral duration
                ? new Deadline.After(Duration.ofNanos(duration.nanoseconds().longValueExact()))
                : new Deadline.None();
    }

    private static Optional<LiteralExpression> argument(Annotated annotated, String name) {
        return find(annotated, name).map(annotation -> annotation.arguments().get(0));
    }

    private static Optional<AnnotationDecl> find(Annotated annotated, String name) {
        return annotated.annotations().stream()
                .filter(annotation -> annotation.name().text().equals(name))
                .findFirst();
    }

    private static String text(LiteralExpression literal) {
        return ((StringLiteral) literal).value();
    }
}
