package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Annotations;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A default or a constant keeps the limit of its own field or type: nobody could send such a value. */
final class DefaultConstraintRule implements Rule {

    @Override
    public Code code() {
        return Code.DEFAULT_CONSTRAINT;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            for (Member member : group.members()) {
                if (member instanceof FieldDecl field && field.defaultValue() != null) {
                    check(field.defaultValue(), field, field.type(), program, diagnostics);
                }
            }
        }
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof ConstantDecl constant) {
                    check(constant.value(), constant, constant.type(), program, diagnostics);
                }
            }
        }
    }

    private static void check(
            LiteralExpression value,
            Annotated owner,
            TypeExpression written,
            Program program,
            Diagnostics diagnostics) {
        Type type = program.type(written);
        Declaration named = type == null ? null : program.declaration(type);
        if (type != null && !(program.literal(value) instanceof Literal.Text)) {
            return;
        }
        AnnotationDecl broken = broken(owner, value, program);
        if (broken == null && named instanceof NamedTypeDecl) {
            broken = broken(named, value, program);
        }
        if (broken != null) {
            String message = "the text is longer than " + Quote.of(broken.span().text()) + " allows";
            diagnostics.add(Diagnostic.of(Code.DEFAULT_CONSTRAINT, value.span(), message)
                    .label(broken.span(), "limited here")
                    .help("the limit counts octets of UTF-8; shorten the text, or raise the limit"));
        }
    }

    /** The limit that the value is beyond, or null. */
    private static @Nullable AnnotationDecl broken(Annotated owner, LiteralExpression value, Program program) {
        for (AnnotationDecl annotation : owner.annotations()) {
            LiteralExpression argument = AnnotationArguments.only(annotation);
            if (annotation.name().text().equals(Annotations.MAX)
                    && argument != null
                    && program.literal(argument) instanceof Literal.Integral limit
                    && program.literal(value) instanceof Literal.Text text) {
                int octets = text.value().getBytes(StandardCharsets.UTF_8).length;
                return limit.value().compareTo(BigInteger.valueOf(octets)) < 0 ? annotation : null;
            }
        }
        return null;
    }
}
