package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.LiteralExpression.DurationLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.NameLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.StringLiteral;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What the arguments of each annotation must be. */
final class AnnotationArguments {

    private static final BigInteger MAX_LIMIT = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger MAX_DEADLINE =
            BigInteger.valueOf(24L * 24 * 3600).multiply(BigInteger.valueOf(1_000_000_000L));
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");
    private static final int MAX_PACKAGE = 200;

    private AnnotationArguments() {}

    static void none(AnnotationDecl annotation, Program program, Diagnostics diagnostics) {
        if (!annotation.arguments().isEmpty()) {
            report(annotation, "takes no argument", diagnostics);
        }
    }

    static void text(AnnotationDecl annotation, Program program, Diagnostics diagnostics) {
        if (!(annotation.arguments().size() == 1 && annotation.arguments().get(0) instanceof StringLiteral)) {
            report(annotation, "takes one string, what to use instead", diagnostics);
        }
    }

    static void limit(AnnotationDecl annotation, Program program, Diagnostics diagnostics) {
        if (annotation.arguments().size() != 1) {
            report(annotation, "takes one number, the largest length", diagnostics);
            return;
        }
        LiteralExpression argument = annotation.arguments().get(0);
        boolean fits = !(program.literal(argument) instanceof Literal.Integral integral)
                || (integral.value().signum() > 0 && integral.value().compareTo(MAX_LIMIT) <= 0);
        if (!fits) {
            report(annotation, "takes a number from 1 to " + MAX_LIMIT, diagnostics);
        }
    }

    static void deadline(AnnotationDecl annotation, Program program, Diagnostics diagnostics) {
        LiteralExpression argument =
                annotation.arguments().size() == 1 ? annotation.arguments().get(0) : null;
        if (argument instanceof DurationLiteral duration) {
            boolean fits = duration.nanoseconds().signum() > 0
                    && duration.nanoseconds().compareTo(MAX_DEADLINE) <= 0;
            if (!fits) {
                String message = "a deadline is longer than nothing and at most 24 days (576h)";
                diagnostics.add(Diagnostic.of(Code.DEADLINE_RANGE, argument.span(), message)
                        .help("write `@deadline(none)` for no deadline at all"));
            }
        } else if (!(argument instanceof NameLiteral name && name.name().text().equals("none"))) {
            report(annotation, "takes a duration such as `2s`, or `none`", diagnostics);
        }
    }

    static void javaPackage(AnnotationDecl annotation, Program program, Diagnostics diagnostics) {
        LiteralExpression argument =
                annotation.arguments().size() == 1 ? annotation.arguments().get(0) : null;
        if (!(argument instanceof StringLiteral text)) {
            report(annotation, "takes one string, the name of a Java package", diagnostics);
            return;
        }
        String name = text.value();
        boolean legal = name.length() <= MAX_PACKAGE
                && PACKAGE.matcher(name).matches()
                && SourceVersion.isName(name, SourceVersion.RELEASE_17)
                && !name.equals("java")
                && !name.startsWith("java.");
        if (!legal) {
            String message = Quote.of(name) + " is no Java package that code can be generated into";
            diagnostics.add(Diagnostic.of(Code.JAVA_PACKAGE, argument.span(), message)
                    .help("use Java names with dots between them, such as \"com.acme.shop\""));
        }
    }

    private static void report(AnnotationDecl annotation, String what, Diagnostics diagnostics) {
        String name = Quote.of("@" + annotation.name().text());
        diagnostics.add(Diagnostic.of(Code.ANNOTATION_ARGUMENTS, annotation.span(), name + " " + what));
    }
}
