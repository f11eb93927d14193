package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Annotations;
import io.rpcidl.compiler.resolve.Program;
import java.util.Set;

/** What callers send has a length that the schema bounds. */
final class MaxLengthRule implements LintRule {

    @Override
    public String name() {
        return "max-length";
    }

    @Override
    public Code code() {
        return Code.LINT_MAX_LENGTH;
    }

    @Override
    public boolean isOnByDefault() {
        return false; // the size of a whole message is bounded without it
    }

    @Override
    public void check(Linted linted, Findings findings) {
        Set<Declaration> sent = new SentTypes(linted.program()).all();
        linted.forEachField((place, field) -> {
            if (field.parameter() || (place.definition() != null && sent.contains(place.definition()))) {
                check(place, field, field.type(), linted.program(), findings);
            }
        });
        linted.forEachMember((place, member) -> {
            if (member instanceof VariantDecl variant && variant.type() != null && sent.contains(place.definition())) {
                check(place, variant, variant.type(), linted.program(), findings);
            }
        });
    }

    private void check(Place place, Member member, TypeExpression written, Program program, Findings findings) {
        Type type = program.type(written);
        if (type == null || written.is("stream") || !hasLength(type, program) || Annotations.hasMax(member)) {
            return;
        }
        Declaration named = program.declaration(type);
        if (named == null || !Annotations.hasMax(named)) {
            String message = "the " + member.kind() + " "
                    + Quote.of(member.name().text()) + " is sent by callers and has no" + " `@max`";
            findings.add(this, place, member.name().span(), message, "say with `@max(...)` how long it can be");
        }
    }

    private static boolean hasLength(Type type, Program program) {
        Scalar scalar = program.scalar(type);
        return scalar == Scalar.STRING
                || scalar == Scalar.BYTES
                || type instanceof Type.ListOf
                || type instanceof Type.SetOf
                || type instanceof Type.MapOf;
    }
}
