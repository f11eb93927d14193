package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.Program;

/** An annotation stands on a thing once. */
final class AnnotationRepeatedRule implements Rule {

    @Override
    public Code code() {
        return Code.ANNOTATION_REPEATED;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (AnnotationUse use : AnnotationUse.all(program)) {
            if (use.known() != null && use.earlier() != null) {
                diagnostics.add(repeated(use.annotation(), use.earlier()));
            }
        }
    }

    private static Diagnostic repeated(AnnotationDecl annotation, AnnotationDecl earlier) {
        String name = Quote.of("@" + annotation.name().text());
        Diagnostic repeated = Diagnostic.of(
                        Code.ANNOTATION_REPEATED, annotation.span(), "the annotation " + name + " stands here twice")
                .label(earlier.span(), "first used here");
        boolean same = annotation.span().text().equals(earlier.span().text());
        return same
                ? repeated.fix(Fix.remove("remove the second " + name, Removal.wholeLine(annotation.span())))
                : repeated;
    }
}
