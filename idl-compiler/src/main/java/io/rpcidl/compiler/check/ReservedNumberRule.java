package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** A reserved number is not used: old writers may still send it with its old meaning. */
final class ReservedNumberRule implements Rule {

    @Override
    public Code code() {
        return Code.RESERVED_NUMBER;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        Group.all(program).forEach(group -> check(group, diagnostics));
    }

    private static void check(Group group, Diagnostics diagnostics) {
        TreeMap<BigInteger, ReservedDecl.Numbers> ranges = new TreeMap<>();
        for (ReservedDecl reserved : group.reserved()) {
            if (reserved instanceof ReservedDecl.Numbers numbers) {
                ranges.merge(numbers.first().value(), numbers, ReservedNumberRule::longer);
            }
        }
        for (Member member : group.members()) {
            NumberDecl number = member.number();
            Map.Entry<BigInteger, ReservedDecl.Numbers> range =
                    number == null ? null : ranges.floorEntry(number.value());
            if (number != null
                    && range != null
                    && number.value().compareTo(range.getValue().last().value()) <= 0) {
                String message = "the number " + number.value() + " is reserved; take one that was never used";
                diagnostics.add(Diagnostic.of(Code.RESERVED_NUMBER, number.span(), message)
                        .label(range.getValue().span(), "reserved here"));
            }
        }
    }

    private static ReservedDecl.Numbers longer(ReservedDecl.Numbers one, ReservedDecl.Numbers other) {
        return one.last().value().compareTo(other.last().value()) >= 0 ? one : other;
    }
}
