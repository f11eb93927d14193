package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.MethodDecl.RaisedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** A method throws each error under one number. */
final class RaisedErrorsRule implements Rule {

    @Override
    public Code code() {
        return Code.DUPLICATE_RAISED;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (MethodDecl method : Group.methods(program)) {
            Map<QualifiedName, RaisedDecl> first = new HashMap<>();
            for (RaisedDecl raised : method.raised()) {
                QualifiedName error = program.raised(raised);
                RaisedDecl earlier = error == null ? null : first.putIfAbsent(error, raised);
                if (earlier != null) {
                    String message = "the method already throws "
                            + Quote.of(raised.error().text());
                    diagnostics.add(
                            Diagnostic.of(Code.DUPLICATE_RAISED, raised.error().span(), message)
                                    .label(earlier.error().span(), "first named here"));
                }
            }
        }
    }
}
