package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;

/** Fields, variants, values of enums and parameters are documented. */
final class DocumentedMemberRule implements LintRule {

    @Override
    public String name() {
        return "documented-member";
    }

    @Override
    public Code code() {
        return Code.LINT_DOCUMENTED_MEMBER;
    }

    @Override
    public boolean isOnByDefault() {
        return false; // a good name often says it all
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMember((place, member) -> {
            if (!(member instanceof MethodDecl)) {
                check(place, member, findings);
            }
        });
        linted.forEachParameter((place, parameter) -> check(place, parameter, findings));
    }

    private void check(Place place, Member member, Findings findings) {
        if (member.documentation().isBlank()) {
            String message =
                    "the " + member.kind() + " " + Quote.of(member.name().text()) + " is not documented";
            findings.add(this, place, member.name().span(), message, "say in a `///` before it what it is");
        }
    }
}
