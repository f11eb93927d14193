package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;

/** A parameter is no bool: a call then shows what is meant, and a third choice can come. */
final class BoolParameterRule implements LintRule {

    @Override
    public String name() {
        return "bool-parameter";
    }

    @Override
    public Code code() {
        return Code.LINT_BOOL_PARAMETER;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachParameter((place, parameter) -> {
            Type type = linted.program().type(parameter.type());
            if (!parameter.type().is("stream")
                    && type != null
                    && linted.program().scalar(type) == Scalar.BOOL) {
                String message = "the parameter " + Quote.of(parameter.name().text()) + " is a bool";
                String advice = "use an enum, which says at the call what is meant, or two methods";
                findings.add(this, place, parameter.type().span(), message, advice);
            }
        });
    }
}
