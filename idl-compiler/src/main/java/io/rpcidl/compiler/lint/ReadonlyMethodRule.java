package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import java.util.List;

/** A method whose name asks for something promises that it changes nothing. */
final class ReadonlyMethodRule implements LintRule {

    private static final Verbs QUERIES = new Verbs(List.of(
            "get",
            "find",
            "list",
            "is",
            "has",
            "count",
            "search",
            "watch",
            "read",
            "lookUp",
            "lookup",
            "fetch",
            "query",
            "exists",
            "contains",
            "describe",
            "show",
            "can"));

    @Override
    public String name() {
        return "readonly-method";
    }

    @Override
    public Code code() {
        return Code.LINT_READONLY_METHOD;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMethod((place, method) -> {
            boolean promised = method.modifiers().stream()
                    .anyMatch(modifier -> modifier.text().equals("readonly"));
            if (!promised
                    && !method.result().is("void")
                    && QUERIES.start(method.name().text())) {
                String message =
                        "the method " + Quote.of(method.name().text()) + " looks like a query and is not `readonly`";
                String advice = "promise with `readonly` that it changes nothing, so that it may be repeated";
                findings.add(this, place, method.name().span(), message, advice);
            }
        });
    }
}
