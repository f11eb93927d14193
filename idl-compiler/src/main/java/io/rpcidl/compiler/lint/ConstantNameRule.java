package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.diagnostic.Code;

/** Constants have names in UPPER_SNAKE_CASE. */
final class ConstantNameRule implements LintRule {

    @Override
    public String name() {
        return "constant-name";
    }

    @Override
    public Code code() {
        return Code.LINT_CONSTANT_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachDefinition((place, definition) -> {
            if (definition instanceof ConstantDecl) {
                findings.addName(this, place, definition.kind(), definition.name(), NameCase.UPPER_SNAKE);
            }
        });
    }
}
