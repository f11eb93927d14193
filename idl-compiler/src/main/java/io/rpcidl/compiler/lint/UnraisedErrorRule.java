package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.ErrorDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.ServiceDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.resolve.Declared;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashSet;
import java.util.Set;

/** Errors are there to be thrown. */
final class UnraisedErrorRule implements LintRule {

    @Override
    public String name() {
        return "unraised-error";
    }

    @Override
    public Code code() {
        return Code.LINT_UNRAISED_ERROR;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        Set<QualifiedName> raised = raised(linted.program());
        linted.forEachDefinition((place, definition) -> {
            if (definition instanceof ErrorDecl && !raised.contains(new Declared(place.file(), definition).name())) {
                String message = "no method throws the error "
                        + Quote.of(definition.name().text());
                findings.add(this, place, definition.name().span(), message, "throw it from a method, or remove it");
            }
        });
    }

    private static Set<QualifiedName> raised(Program program) {
        Set<QualifiedName> raised = new HashSet<>();
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof ServiceDecl service) {
                    for (MethodDecl method : service.members()) {
                        method.raised().stream().map(program::raised).forEach(raised::add);
                    }
                }
            }
        }
        return raised;
    }
}
