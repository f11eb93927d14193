package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.LiteralExpression.DurationLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.NameLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.StringLiteral;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What the arguments of each annotation must be; each method says what is wrong with them, or null. */
final class AnnotationArguments {

    private static final BigInteger MAX_LIMIT = BigInteger.valueOf(Integer.MAX_VALUE);

    private AnnotationArguments() {}

    static @Nullable String none(AnnotationDecl annotation, Program program) {
        return annotation.arguments().isEmpty() ? null : "takes no argument";
    }

    static @Nullable String text(AnnotationDecl annotation, Program program) {
        return only(annotation) instanceof StringLiteral ? null : "takes one string, what to use instead";
    }

    static @Nullable String limit(AnnotationDecl annotation, Program program) {
        LiteralExpression argument = only(annotation);
        if (argument == null) {
            return "takes one number, the largest length";
        }
        boolean fits = !(program.literal(argument) instanceof Literal.Integral integral)
                || (integral.value().signum() > 0 && integral.value().compareTo(MAX_LIMIT) <= 0);
        return fits ? null : "takes a number from 1 to " + MAX_LIMIT;
    }

    static @Nullable String deadline(AnnotationDecl annotation, Program program) {
        LiteralExpression argument = only(annotation);
        boolean none =
                argument instanceof NameLiteral name && name.name().text().equals("none");
        return none || argument instanceof DurationLiteral ? null : "takes a duration such as `2s`, or `none`";
    }

    static @Nullable String javaPackage(AnnotationDecl annotation, Program program) {
        return only(annotation) instanceof StringLiteral ? null : "takes one string, the name of a Java package";
    }

    static @Nullable String ruleAndReason(AnnotationDecl annotation, Program program) {
        boolean strings = annotation.arguments().stream().allMatch(StringLiteral.class::isInstance);
        boolean two = annotation.arguments().size() == 2;
        return two && strings ? null : "takes two strings, a rule of lint and the reason";
    }

    /** The argument, if there is one and no other. */
    static @Nullable LiteralExpression only(AnnotationDecl annotation) {
        return annotation.arguments().size() == 1 ? annotation.arguments().get(0) : null;
    }
}
