package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.EnumValueDecl;
import io.rpcidl.compiler.diagnostic.Code;

/** Values of enums have names in UPPER_SNAKE_CASE. */
final class EnumValueNameRule implements LintRule {

    @Override
    public String name() {
        return "enum-value-name";
    }

    @Override
    public Code code() {
        return Code.LINT_ENUM_VALUE_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMember((place, member) -> {
            if (member instanceof EnumValueDecl) {
                findings.addName(this, place, member.kind(), member.name(), NameCase.UPPER_SNAKE);
            }
        });
    }
}
