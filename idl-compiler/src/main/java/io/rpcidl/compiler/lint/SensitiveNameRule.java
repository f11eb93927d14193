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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is named like a secret is never printed. */
final class SensitiveNameRule implements LintRule {

    private static final Pattern SECRET = Pattern.compile(
            "pass(word|wd|phrase|code)|secret|credential|private_?key|api_?key|(access|refresh|auth|bearer)_?token",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "sensitive-name";
    }

    @Override
    public Code code() {
        return Code.LINT_SENSITIVE_NAME;
    }

    @Override
    public void check(Linted linted, Findings findings) {
        linted.forEachField((place, field) -> check(place, field, field.type(), linted.program(), findings));
        linted.forEachMember((place, member) -> {
            if (member instanceof VariantDecl variant && variant.type() != null) {
                check(place, variant, variant.type(), linted.program(), findings);
            }
        });
    }

    private void check(Place place, Member member, TypeExpression written, Program program, Findings findings) {
        Type type = program.type(written);
        if (type == null || written.is("stream")) {
            return;
        }
        Scalar scalar = program.scalar(type);
        boolean readable = scalar == Scalar.STRING || scalar == Scalar.BYTES;
        if (readable
                && SECRET.matcher(member.name().text()).find()
                && !isSensitive(member, program.declaration(type))) {
            String message = "the " + member.kind() + " "
                    + Quote.of(member.name().text()) + " sounds secret and is not `@sensitive`";
            String advice = "mark it with `@sensitive`, so that it is never printed";
            findings.add(this, place, member.name().span(), message, advice);
        }
    }

    private static boolean isSensitive(Member member, @Nullable Declaration type) {
        return Annotations.isSensitive(member) || (type != null && Annotations.isSensitive(type));
    }
}
