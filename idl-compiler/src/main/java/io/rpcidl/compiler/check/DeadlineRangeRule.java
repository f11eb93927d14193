package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.LiteralExpression.DurationLiteral;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Annotations;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;

/** A deadline is longer than nothing and at most 24 days. */
final class DeadlineRangeRule implements Rule {

    private static final BigInteger MAX_DEADLINE =
            BigInteger.valueOf(24L * 24 * 3600).multiply(BigInteger.valueOf(1_000_000_000L));

    @Override
    public Code code() {
        return Code.DEADLINE_RANGE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (AnnotationDecl annotation : AnnotationUse.inPlace(Annotations.DEADLINE, program)) {
            if (AnnotationArguments.only(annotation) instanceof DurationLiteral duration && !fits(duration)) {
                String message = "a deadline is longer than nothing and at most 24 days (576h)";
                diagnostics.add(Diagnostic.of(Code.DEADLINE_RANGE, duration.span(), message)
                        .help("write `@deadline(none)` for no deadline at all"));
            }
        }
    }

    private static boolean fits(DurationLiteral duration) {
        return duration.nanoseconds().signum() > 0 && duration.nanoseconds().compareTo(MAX_DEADLINE) <= 0;
    }
}
