package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;

/** Definitions are documented. */
final class DocumentedDefinitionRule implements LintRule {

    @Override
    public String name() {
        return "documented-definition";
    }

    @Override
    public Code code() {
        return Code.LINT_DOCUMENTED_DEFINITION;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachDefinition((place, definition) -> {
            if (definition.documentation().isBlank()) {
                String message = "the " + definition.kind() + " "
                        + Quote.of(definition.name().text()) + " is not documented";
                findings.add(this, place, definition.name().span(), message, "say in a `///` before it what it is");
            }
        });
    }
}
