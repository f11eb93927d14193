package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;

/** A method with many parameters takes a struct instead. */
final class ManyParametersRule implements LintRule {

    @Override
    public String name() {
        return "many-parameters";
    }

    @Override
    public Code code() {
        return Code.LINT_MANY_PARAMETERS;
    }

    @Override
    public int defaultNumber() {
        return 4;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        int most = linted.number(this);
        linted.forEachMethod((place, method) -> {
            int count = method.parameters().size();
            if (count > most) {
                String message = "the method " + Quote.of(method.name().text()) + " has " + count
                        + " parameters, more than " + most;
                String advice = "put them into a struct, which callers can build by name and hand on";
                findings.add(this, place, method.name().span(), message, advice);
            }
        });
    }
}
