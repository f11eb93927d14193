package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;

/** Fields and parameters have names in lowerCamelCase. */
final class FieldNameRule implements LintRule {

    @Override
    public String name() {
        return "field-name";
    }

    @Override
    public Code code() {
        return Code.LINT_FIELD_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachField(
                (place, field) -> findings.addName(this, place, field.kind(), field.name(), NameCase.CAMEL));
    }
}
