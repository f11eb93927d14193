package io.rpcidl.processes.load;

import io.rpcidl.processes.ledger.Ledger.Runs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What callers were told × what the ledger says, counted. */
public final class Tally {

    private final Map<Told, long[]> counts = new EnumMap<>(Told.class);
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> failures = new EnumMap<>(Kind.class);
    private final List<String> lies = new ArrayList<>();
    private long calls;

    /** Judges calls by the ledger. */
    public void add(Collection<Made> made, Map<Long, Runs> ledger) {
        for (Made call : made) {
            Runs runs = ledger.getOrDefault(call.id(), Runs.NONE);
            calls++;
            kinds.merge(call.kind(), 1L, Long::sum);
            Told told = call.told();
            if (told != Told.OK && told != Told.HANDED_OVER) {
                failures.merge(call.kind(), 1L, Long::sum);
            }
            if (told != null) {
                counts.computeIfAbsent(told, none -> new long[3])[truth(runs)]++;
            }
            @Nullable String lie = Judge.lie(call, runs);
            if (lie != null) {
                lies.add(lie);
            }
        }
    }

    /** How many calls were judged. */
    public long calls() {
        return calls;
    }

    /** How many were of this kind. */
    public long of(Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** How many of this kind have failed. */
    public long failed(Kind kind) {
        return failures.getOrDefault(kind, 0L);
    }

    /** How many were told this. */
    public long told(Told told) {
        long[] row = counts.getOrDefault(told, new long[3]);
        return row[0] + row[1] + row[2];
    }

    /** Each call about which something false was said. */
    public List<String> lies() {
        return List.copyOf(lies);
    }

    /** Calls that may have been executed as far as their callers know, and whose handlers have never begun. */
    public long neverBegun() {
        return counts.getOrDefault(Told.MAYBE_EXECUTED, new long[3])[0];
    }

    /** The table for people. */
    public String table() {
        StringBuilder out = new StringBuilder(
                String.format(Locale.ROOT, "%-16s %12s %12s %12s%n", "told", "not begun", "begun", "done"));
        counts.forEach((told, row) ->
                out.append(String.format(Locale.ROOT, "%-16s %12d %12d %12d%n", told, row[0], row[1], row[2])));
        return out.append(String.format(
                        Locale.ROOT,
                        "%d calls %s, failed %s, lies: %d, MAYBE_EXECUTED that had not begun: %d%n",
                        calls,
                        kinds,
                        failures,
                        lies.size(),
                        neverBegun()))
                .toString();
    }

    private static int truth(Runs runs) {
        if (runs.done() > 0) {
            return 2;
        }
        return runs.begun() > 0 ? 1 : 0;
    }
}
