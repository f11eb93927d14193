package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.source.Span;

/** A default needs a value that is always present to the program: not optional, and no stream. */
final class DefaultPlaceRule implements Rule {

    @Override
    public Code code() {
        return Code.DEFAULT_PLACE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            for (Member member : group.members()) {
                if (member instanceof FieldDecl field && field.defaultValue() != null) {
                    check(field, field.defaultValue(), diagnostics);
                }
            }
        }
    }

    private static void check(FieldDecl field, LiteralExpression value, Diagnostics diagnostics) {
        Span mark = field.type().optionalMark();
        if (mark != null) {
            String message = "an optional " + field.kind() + " has no default: absent is its own state";
            diagnostics.add(
                    Diagnostic.of(Code.DEFAULT_PLACE, value.span(), message).label(mark, "optional because of this"));
        } else if (field.type().is("stream")) {
            Diagnostic wrong = Diagnostic.of(Code.DEFAULT_PLACE, value.span(), "a stream has no default; remove it");
            Span whole = Removal.withMarkBefore(value.span(), '=');
            diagnostics.add(whole == null ? wrong : wrong.fix(Fix.remove("remove the default", whole)));
        }
    }
}
