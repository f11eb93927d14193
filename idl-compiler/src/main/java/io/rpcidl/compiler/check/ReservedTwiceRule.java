package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.ReservedDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nothing is reserved twice. */
final class ReservedTwiceRule implements Rule {

    @Override
    public Code code() {
        return Code.RESERVED_TWICE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (Group group : Group.all(program)) {
            List<ReservedDecl.Numbers> ranges = new ArrayList<>();
            Map<String, ReservedDecl> names = new HashMap<>();
            for (ReservedDecl reserved : group.reserved()) {
                if (reserved instanceof ReservedDecl.Numbers numbers && ReservedRangeRule.isUpwards(numbers)) {
                    ranges.add(numbers);
                } else if (reserved instanceof ReservedDecl.ReservedName name) {
                    ReservedDecl earlier = names.putIfAbsent(name.name(), name);
                    if (earlier != null) {
                        String message = "the name " + Quote.of(name.name()) + " is already reserved";
                        diagnostics.add(withFix(twice(name, earlier, message), name));
                    }
                }
            }
            overlaps(ranges, diagnostics);
        }
    }

    /** Sorted by their start, ranges overlap when one starts before the furthest end so far. */
    private static void overlaps(List<ReservedDecl.Numbers> ranges, Diagnostics diagnostics) {
        ranges.sort(Comparator.comparing(
                        (ReservedDecl.Numbers range) -> range.first().value())
                .thenComparingInt(range -> range.span().start()));
        ReservedDecl.Numbers furthest = null;
        for (ReservedDecl.Numbers range : ranges) {
            boolean further = furthest == null
                    || range.last().value().compareTo(furthest.last().value()) > 0;
            if (furthest != null
                    && range.first().value().compareTo(furthest.last().value()) <= 0) {
                Diagnostic twice = twice(range, furthest, "some of these numbers are already reserved");
                diagnostics.add(further ? twice : withFix(twice, range));
            }
            furthest = further ? range : furthest;
        }
    }

    private static Diagnostic twice(ReservedDecl again, ReservedDecl first, String message) {
        return Diagnostic.of(Code.RESERVED_TWICE, again.span(), message).label(first.span(), "first reserved here");
    }

    /** What is reserved elsewhere in full can go. */
    private static Diagnostic withFix(Diagnostic twice, ReservedDecl again) {
        Span item = Removal.ofItem(again.span(), "reserved");
        return item == null
                ? twice
                : twice.fix(Fix.remove("remove " + Quote.of(again.span().text()), item));
    }
}
