package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Annotations;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.source.Span;

/** A oneway method gets no answer: no result, no errors, no streams, no deadline for one. */
final class OnewayRule implements Rule {

    @Override
    public Code code() {
        return Code.ONEWAY;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (MethodDecl method : Group.methods(program)) {
            for (Name modifier : method.modifiers()) {
                if (modifier.text().equals("oneway")) {
                    check(method, modifier, diagnostics);
                }
            }
        }
    }

    private static void check(MethodDecl method, Name oneway, Diagnostics diagnostics) {
        if (!method.result().is("void")) {
            report(oneway, method.result().span(), "returns `void`", diagnostics);
        }
        if (!method.raised().isEmpty()) {
            Span first = method.raised().get(0).error().span();
            report(oneway, first, "throws no errors", diagnostics);
        }
        for (FieldDecl parameter : method.parameters()) {
            if (parameter.type().is("stream")) {
                report(oneway, parameter.type().span(), "has no stream", diagnostics);
            }
        }
        for (AnnotationDecl annotation : method.annotations()) {
            if (annotation.name().text().equals(Annotations.DEADLINE)) {
                report(oneway, annotation.span(), "has no deadline, since nothing is waited for", diagnostics);
            }
        }
    }

    private static void report(Name oneway, Span place, String what, Diagnostics diagnostics) {
        diagnostics.add(Diagnostic.of(Code.ONEWAY, place, "a oneway method " + what)
                .label(oneway.span(), "oneway because of this"));
    }
}
