package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reserved ranges go upwards, and nothing is reserved twice. */
final class ReservedRangeRule implements Rule {

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            List<ReservedDecl.Numbers> ranges = new ArrayList<>();
            Map<String, ReservedDecl> names = new HashMap<>();
            for (ReservedDecl reserved : group.reserved()) {
                if (reserved instanceof ReservedDecl.Numbers numbers) {
                    if (upwards(numbers, diagnostics)) {
                        ranges.add(numbers);
                    }
                } else if (reserved instanceof ReservedDecl.ReservedName name) {
                    ReservedDecl earlier = names.putIfAbsent(name.name(), name);
                    if (earlier != null) {
                        twice(name, earlier, "the name " + Quote.of(name.name()) + " is", diagnostics);
                    }
                }
            }
            overlaps(ranges, diagnostics);
        }
    }

    private static boolean upwards(ReservedDecl.Numbers numbers, Diagnostics diagnostics) {
        if (numbers.first().value().compareTo(numbers.last().value()) <= 0) {
            return true;
        }
        String message = "the reserved range runs downwards; write "
                + Quote.of(numbers.last().value() + ".." + numbers.first().value());
        diagnostics.add(Diagnostic.of(Code.RESERVED_RANGE, numbers.span(), message));
        return false;
    }

    /** Sorted by their start, ranges overlap when one starts before the furthest end so far. */
    private static void overlaps(List<ReservedDecl.Numbers> ranges, Diagnostics diagnostics) {
        ranges.sort(Comparator.comparing(
                        (ReservedDecl.Numbers range) -> range.first().value())
                .thenComparingInt(range -> range.span().start()));
        ReservedDecl.Numbers furthest = null;
        for (ReservedDecl.Numbers range : ranges) {
            if (furthest != null
                    && range.first().value().compareTo(furthest.last().value()) <= 0) {
                twice(range, furthest, "some of these numbers are", diagnostics);
            }
            if (furthest == null
                    || range.last().value().compareTo(furthest.last().value()) > 0) {
                furthest = range;
            }
        }
    }

    private static void twice(ReservedDecl again, ReservedDecl first, String what, Diagnostics diagnostics) {
        diagnostics.add(Diagnostic.of(Code.RESERVED_TWICE, again.span(), what + " already reserved")
                .label(first.span(), "first reserved here"));
    }
}
