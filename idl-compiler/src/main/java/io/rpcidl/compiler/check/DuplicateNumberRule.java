package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.MethodDecl.RaisedDecl;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a definition, parameters and declared errors of a method have numbers of their own. */
final class DuplicateNumberRule implements Rule {

    @Override
    public Code code() {
        return Code.DUPLICATE_NUMBER;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            Map<BigInteger, NumberDecl> first = new HashMap<>();
            for (Member member : group.members()) {
                check(member.number(), member.kind(), first, diagnostics);
            }
        }
        for (MethodDecl method : Group.methods(program)) {
            Map<BigInteger, NumberDecl> first = new HashMap<>();
            for (RaisedDecl raised : method.raised()) {
                check(raised.number(), "error", first, diagnostics);
            }
        }
    }

    private static void check(
            @Nullable NumberDecl number, String kind, Map<BigInteger, NumberDecl> first, Diagnostics diagnostics) {
        NumberDecl earlier = number == null ? null : first.putIfAbsent(number.value(), number);
        if (number != null && earlier != null) {
            String message = "another " + kind + " here has the number " + number.value();
            diagnostics.add(Diagnostic.of(Code.DUPLICATE_NUMBER, number.span(), message)
                    .label(earlier.span(), "first used here"));
        }
    }
}
