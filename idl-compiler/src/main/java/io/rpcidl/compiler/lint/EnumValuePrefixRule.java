package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.EnumValueDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;

/** Values of enums are known by the name of their enum, so theirs need not repeat it. */
final class EnumValuePrefixRule implements LintRule {

    @Override
    public String name() {
        return "enum-value-prefix";
    }

    @Override
    public Code code() {
        return Code.LINT_ENUM_VALUE_PREFIX;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMember((place, member) -> {
            if (member instanceof EnumValueDecl && place.definition() != null) {
                String prefix =
                        NameCase.UPPER_SNAKE.of(place.definition().name().text()) + "_";
                String name = member.name().text();
                if (name.startsWith(prefix) && name.length() > prefix.length()) {
                    String rest = name.substring(prefix.length());
                    String message = "the value " + Quote.of(name) + " repeats the name of its enum";
                    findings.add(this, place, member.name().span(), message, "name it " + Quote.of(rest));
                }
            }
        });
    }
}
