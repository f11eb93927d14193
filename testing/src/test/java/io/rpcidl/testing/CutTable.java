package io.rpcidl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds up what sessions have shown, and judges it. */
final class CutTable {
    private static final int MOST_SHOWN = 5;

    private final String name;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> lies = new ArrayList<>();
    private final List<String> needless = new ArrayList<>();
    private long cuts;
    private long calls;
    private long needlessMaybes;

    CutTable(String name) {
        this.name = name;
    }

    /** Takes the calls of a session that was cut so; its handlers have done all that they ever do. */
    void add(String cut, CutSession session) {
        cuts++;
        Ledger ledger = session.ledger();
        boolean oneConnection = session.tap().connections() == 1; // ids of calls don't tell connections apart
        for (CutCall call : session.calls()) {
            calls++;
            assertThat(call.ends()).as("ends of %s %s", call, cut).isEqualTo(1);
            String lie = call.lie(ledger);
            if (lie != null) {
                lies.add(lie + " " + cut);
            } else {
                outcomes.merge(call.outcome(), 1L, Long::sum);
            }
            String maybe = oneConnection ? call.needlessMaybe() : null;
            if (maybe != null) {
                needlessMaybes++;
                needless.add(maybe + " " + cut);
            }
            assertThat(lies.size()).as(() -> String.join("\n", lies)).isLessThan(MOST_SHOWN);
        }
        for (PieceCollector stream : session.collectors()) {
            assertThat(stream.ends()).as("ends of a stream %s", cut).isLessThanOrEqualTo(1);
            assertThat(stream.signalledLate())
                    .as("signals behind the end %s", cut)
                    .isFalse();
        }
        assertThat(ledger.twice()).as("dispatched twice %s", cut).isEmpty();
    }

    /** Prints the row, and refuses lies and more than one needless MAYBE_EXECUTED in a hundred; each outcome was seen. */
    void judge() {
        judge(Outcome.values());
    }

    /** Likewise, when only these outcomes have to be among those that were seen. */
    void judge(Outcome... seen) {
        long maybes = outcomes.getOrDefault(Outcome.MAYBE_EXECUTED, 0L);
        System.out.printf(
                Locale.ROOT,
                "%-34s %,8d cuts %,10d calls: %,d not executed, %,d executed, %,d maybe; lies %d, needless maybe %d%n",
                name,
                cuts,
                calls,
                outcomes.getOrDefault(Outcome.NOT_EXECUTED, 0L),
                outcomes.getOrDefault(Outcome.EXECUTED, 0L),
                maybes,
                lies.size(),
                needlessMaybes);
        assertThat(lies).isEmpty();
        assertThat(needlessMaybes * 100)
                .as(() -> String.join("\n", needless.subList(0, Math.min(MOST_SHOWN, needless.size()))))
                .isLessThanOrEqualTo(maybes);
        assertThat(outcomes.keySet()).as("outcomes that were seen").contains(seen);
    }
}
