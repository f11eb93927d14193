package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Type;

/** A union holds structs, not the other way round: then a reader that does not know a variant knows so first. */
final class UnionFieldRule implements LintRule {

    @Override
    public String name() {
        return "union-field";
    }

    @Override
    public Code code() {
        return Code.LINT_UNION_FIELD;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachMember((place, member) -> {
            if (member instanceof FieldDecl field) {
                Type type = linted.program().type(field.type());
                if (type != null && linted.program().declaration(type) instanceof UnionDecl union) {
                    String message = "the field " + Quote.of(field.name().text()) + " holds the union "
                            + Quote.of(union.name().text());
                    String advice = "let the variants be structs that have what they need, and take the union itself as"
                            + " parameter, result or element";
                    findings.add(this, place, field.type().span(), message, advice);
                }
            }
        });
    }
}
