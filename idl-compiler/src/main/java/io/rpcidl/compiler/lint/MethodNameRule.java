package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;

/** Methods have names in lowerCamelCase. */
final class MethodNameRule implements LintRule {

    @Override
    public String name() {
        return "method-name";
    }

    @Override
    public Code code() {
        return Code.LINT_METHOD_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMethod(
                (place, method) -> findings.addName(this, place, method.kind(), method.name(), NameCase.CAMEL));
    }
}
