package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Suggestions;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;

/** Annotations are those of the language; none is ignored. */
final class UnknownAnnotationRule implements Rule {

    @Override
    public Code code() {
        return Code.UNKNOWN_ANNOTATION;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (AnnotationUse use : AnnotationUse.all(program)) {
            if (use.known() == null) {
                diagnostics.add(unknown(use, program));
            }
        }
    }

    private static Diagnostic unknown(AnnotationUse use, Program program) {
        AnnotationDecl annotation = use.annotation();
        String name = annotation.name().text();
        List<String> words =
                KnownAnnotation.ALL.stream().map(KnownAnnotation::word).toList();
        Diagnostic unknown = Diagnostic.of(
                Code.UNKNOWN_ANNOTATION, annotation.name().span(), "no annotation is named " + Quote.of("@" + name));
        return Suggestions.add(unknown, annotation.name().span(), words, near -> isRight(near, use, program));
    }

    /** Whether the annotation has nothing but its name wrong. */
    private static boolean isRight(String near, AnnotationUse use, Program program) {
        KnownAnnotation known = KnownAnnotation.named(near);
        boolean there = use.target().annotations().stream()
                .anyMatch(other -> other.name().text().equals(near));
        return known != null
                && !there
                && known.fits().test(use.target(), program)
                && known.arguments().problem(use.annotation(), program) == null;
    }
}
