package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.NearestName;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** Annotations exist, stand once, on what they are for, and with the arguments that they need. */
final class AnnotationRule implements Rule {

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            if (file.packageDecl() != null) {
                check(file.packageDecl(), program, diagnostics);
            }
            for (Declaration declaration : file.declarations()) {
                check(declaration, program, diagnostics);
                if (declaration instanceof Body body) {
                    body.members().forEach(member -> checkMember(member, program, diagnostics));
                }
            }
        }
    }

    private static void checkMember(Member member, Program program, Diagnostics diagnostics) {
        check(member, program, diagnostics);
        if (member instanceof MethodDecl method) {
            method.parameters().forEach(parameter -> check(parameter, program, diagnostics));
        }
    }

    private static void check(Annotated target, Program program, Diagnostics diagnostics) {
        Map<String, AnnotationDecl> first = new HashMap<>();
        for (AnnotationDecl annotation : target.annotations()) {
            String name = annotation.name().text();
            KnownAnnotation known = KnownAnnotation.named(name);
            if (known == null) {
                diagnostics.add(unknown(annotation));
                continue;
            }
            AnnotationDecl earlier = first.putIfAbsent(name, annotation);
            if (earlier != null) {
                String message = "the annotation " + Quote.of("@" + name) + " stands here twice";
                diagnostics.add(Diagnostic.of(Code.ANNOTATION_REPEATED, annotation.span(), message)
                        .label(earlier.span(), "first used here"));
            } else if (!known.fits().test(target, program)) {
                String message = Quote.of("@" + name) + " is for " + known.targets() + " only";
                diagnostics.add(Diagnostic.of(Code.ANNOTATION_TARGET, annotation.span(), message));
            } else {
                known.arguments().check(annotation, program, diagnostics);
            }
        }
    }

    private static Diagnostic unknown(AnnotationDecl annotation) {
        String name = annotation.name().text();
        Diagnostic unknown = Diagnostic.of(
                Code.UNKNOWN_ANNOTATION, annotation.name().span(), "no annotation is named " + Quote.of("@" + name));
        return NearestName.of(
                        name,
                        KnownAnnotation.ALL.stream().map(KnownAnnotation::word).toList())
                .map(nearest -> unknown.help("did you mean " + Quote.of("@" + nearest) + "?"))
                .orElse(unknown);
    }
}
