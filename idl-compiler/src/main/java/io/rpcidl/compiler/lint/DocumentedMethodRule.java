package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;

/** Methods are documented. */
final class DocumentedMethodRule implements LintRule {

    @Override
    public String name() {
        return "documented-method";
    }

    @Override
    public Code code() {
        return Code.LINT_DOCUMENTED_METHOD;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMethod((place, method) -> {
            if (method.documentation().isBlank()) {
                String message = "the method " + Quote.of(method.name().text()) + " is not documented";
                findings.add(this, place, method.name().span(), message, "say in a `///` before it what it does");
            }
        });
    }
}
