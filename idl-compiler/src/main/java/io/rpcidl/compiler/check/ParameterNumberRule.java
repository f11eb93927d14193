package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.source.Span;

/** Parameters are numbered like fields; a stream is none of the fields and has no number. */
final class ParameterNumberRule implements Rule {

    @Override
    public Code code() {
        return Code.PARAMETER_NUMBER;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (MethodDecl method : Group.methods(program)) {
            for (FieldDecl parameter : method.parameters()) {
                NumberDecl number = parameter.number();
                boolean stream = parameter.type().is("stream");
                if (number == null && !stream) {
                    String name = Quote.of(parameter.name().text());
                    String message = "the parameter " + name + " needs a number, as in `1: string name`";
                    diagnostics.add(Diagnostic.of(
                            Code.PARAMETER_NUMBER, parameter.type().span(), message));
                } else if (number != null && stream) {
                    String message = "a stream has no number; remove it";
                    Diagnostic wrong = Diagnostic.of(Code.PARAMETER_NUMBER, number.span(), message);
                    Span whole = Removal.withMarkBehind(number.span(), ':');
                    diagnostics.add(whole == null ? wrong : wrong.fix(Fix.remove("remove the number", whole)));
                }
            }
        }
    }
}
