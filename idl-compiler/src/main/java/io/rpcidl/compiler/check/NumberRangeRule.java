package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.MethodDecl.RaisedDecl;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;

/** Numbers go from 1 to 65,535, those of enum values from 0. */
final class NumberRangeRule implements Rule {

    @Override
    public Code code() {
        return Code.NUMBER_RANGE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            for (Member member : group.members()) {
                NumberDecl number = member.number();
                if (number != null) {
                    check(number, group.firstNumber(), member.kind(), diagnostics);
                }
            }
            for (ReservedDecl reserved : group.reserved()) {
                if (reserved instanceof ReservedDecl.Numbers numbers) {
                    check(numbers.first(), group.firstNumber(), "reserved", diagnostics);
                    if (!numbers.last().equals(numbers.first())) {
                        check(numbers.last(), group.firstNumber(), "reserved", diagnostics);
                    }
                }
            }
        }
        for (MethodDecl method : Group.methods(program)) {
            for (RaisedDecl raised : method.raised()) {
                check(raised.number(), 1, "error", diagnostics);
            }
        }
    }

    private static void check(NumberDecl number, int first, String kind, Diagnostics diagnostics) {
        boolean inRange = number.value().compareTo(BigInteger.valueOf(first)) >= 0
                && number.value().compareTo(BigInteger.valueOf(Group.LAST_NUMBER)) <= 0;
        if (!inRange) {
            String message = kind + " numbers go from " + first + " to " + Group.LAST_NUMBER;
            diagnostics.add(Diagnostic.of(Code.NUMBER_RANGE, number.span(), message));
        }
    }
}
