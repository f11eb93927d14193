package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Edit;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.source.Span;
import java.util.List;

/** Reserved ranges go upwards. */
final class ReservedRangeRule implements Rule {

    @Override
    public Code code() {
        return Code.RESERVED_RANGE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            for (ReservedDecl reserved : group.reserved()) {
                if (reserved instanceof ReservedDecl.Numbers numbers && !isUpwards(numbers)) {
                    diagnostics.add(downwards(numbers));
                }
            }
        }
    }

    static boolean isUpwards(ReservedDecl.Numbers numbers) {
        return numbers.first().value().compareTo(numbers.last().value()) <= 0;
    }

    private static Diagnostic downwards(ReservedDecl.Numbers numbers) {
        Span first = numbers.first().span();
        Span last = numbers.last().span();
        String turned = Quote.of(numbers.last().value() + ".." + numbers.first().value());
        Fix fix = new Fix("write " + turned, List.of(new Edit(first, last.text()), new Edit(last, first.text())));
        return Diagnostic.of(Code.RESERVED_RANGE, numbers.span(), "the reserved range runs downwards; write " + turned)
                .fix(fix);
    }
}
