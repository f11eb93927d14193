package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.ErrorDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import java.util.List;

/** Errors are named after what happened, not after being errors. */
final class ErrorNameRule implements LintRule {

    private static final List<String> SUFFIXES = List.of("Error", "Exception", "Failure");

    @Override
    public String name() {
        return "error-name";
    }

    @Override
    public Code code() {
        return Code.LINT_ERROR_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachDefinition((place, definition) -> {
            if (definition instanceof ErrorDecl) {
                Name name = definition.name();
                SUFFIXES.stream().filter(name.text()::endsWith).findFirst().ifPresent(suffix -> {
                    String message = "the name of the error " + Quote.of(name.text()) + " ends in " + Quote.of(suffix);
                    findings.add(this, place, name.span(), message, "say what happened, such as `NoSuchOrder`");
                });
            }
        });
    }
}
