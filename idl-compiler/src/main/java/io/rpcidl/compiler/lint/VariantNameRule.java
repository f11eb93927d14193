package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.diagnostic.Code;

/** Variants have names in lowerCamelCase. */
final class VariantNameRule implements LintRule {

    @Override
    public String name() {
        return "variant-name";
    }

    @Override
    public Code code() {
        return Code.LINT_VARIANT_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMember((place, member) -> {
            if (member instanceof VariantDecl) {
                findings.addName(this, place, member.kind(), member.name(), NameCase.CAMEL);
            }
        });
    }
}
