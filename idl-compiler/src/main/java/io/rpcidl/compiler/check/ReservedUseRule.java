package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.NumberDecl;
import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is reserved is not used: old writers may still send it with its old meaning. */
final class ReservedUseRule implements Rule {

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        Group.all(program).forEach(group -> check(group, diagnostics));
    }

    private static void check(Group group, Diagnostics diagnostics) {
        TreeMap<BigInteger, ReservedDecl.Numbers> ranges = new TreeMap<>();
        Map<String, ReservedDecl> names = new HashMap<>();
        for (ReservedDecl reserved : group.reserved()) {
            if (reserved instanceof ReservedDecl.Numbers numbers) {
                ranges.putIfAbsent(numbers.first().value(), numbers);
            } else if (reserved instanceof ReservedDecl.ReservedName name) {
                names.putIfAbsent(name.name(), name);
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
            ReservedDecl name = names.get(member.name().text());
            if (name != null) {
                String message = "the name " + Quote.of(member.name().text()) + " is reserved; take another one";
                diagnostics.add(Diagnostic.of(Code.RESERVED_NAME, member.name().span(), message)
                        .label(name.span(), "reserved here"));
            }
        }
    }
}
