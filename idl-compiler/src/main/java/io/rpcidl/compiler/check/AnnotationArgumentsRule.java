package io.rpcidl.compiler.check;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** An annotation has the arguments that it needs: as many, and of the right kind. */
final class AnnotationArgumentsRule implements Rule {

    @Override
    public Code code() {
        return Code.ANNOTATION_ARGUMENTS;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (AnnotationUse use : AnnotationUse.all(program)) {
            KnownAnnotation known = use.known();
            String problem = known != null && use.isInPlace(program)
                    ? known.arguments().problem(use.annotation(), program)
                    : null;
            if (problem != null) {
                String message = Quote.of("@" + use.annotation().name().text()) + " " + problem;
                diagnostics.add(Diagnostic.of(
                        Code.ANNOTATION_ARGUMENTS, use.annotation().span(), message));
            }
        }
    }
}
