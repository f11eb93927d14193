package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** An annotation stands on what it is for. */
final class AnnotationTargetRule implements Rule {

    @Override
    public Code code() {
        return Code.ANNOTATION_TARGET;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (AnnotationUse use : AnnotationUse.all(program)) {
            KnownAnnotation known = use.known();
            if (known != null && use.earlier() == null && !use.isInPlace(program)) {
                AnnotationDecl annotation = use.annotation();
                String message = Quote.of("@" + annotation.name().text()) + " is for " + known.targets() + " only";
                diagnostics.add(Diagnostic.of(Code.ANNOTATION_TARGET, annotation.span(), message));
            }
        }
    }
}
