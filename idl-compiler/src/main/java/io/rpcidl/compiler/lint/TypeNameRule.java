package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.diagnostic.Code;

/** Types, errors and services have names in PascalCase. */
final class TypeNameRule implements LintRule {

    @Override
    public String name() {
        return "type-name";
    }

    @Override
    public Code code() {
        return Code.LINT_TYPE_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachDefinition((place, definition) -> {
            if (!(definition instanceof ConstantDecl)) {
                findings.addName(this, place, definition.kind(), definition.name(), NameCase.PASCAL);
            }
        });
    }
}
