package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import java.util.List;

/** A method whose name sounds as if it could be repeated promises that it can be. */
final class IdempotentMethodRule implements LintRule {

    private static final Verbs REPEATABLE = new Verbs(List.of(
            "set", "put", "delete", "cancel", "remove", "replace", "clear", "close", "enable", "disable", "ensure",
            "revoke", "unset", "upsert"));

    @Override
    public String name() {
        return "idempotent-method";
    }

    @Override
    public Code code() {
        return Code.LINT_IDEMPOTENT_METHOD;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMethod((place, method) -> {
            if (method.modifiers().isEmpty() && REPEATABLE.start(method.name().text())) {
                String message =
                        "the method " + Quote.of(method.name().text()) + " sounds repeatable and is not `idempotent`";
                String advice =
                        "promise with `idempotent` that doing it twice does no more than once, so that it may be"
                                + " repeated after a lost answer";
                findings.add(this, place, method.name().span(), message, advice);
            }
        });
    }
}
