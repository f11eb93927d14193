package io.rpcidl.simulation.observe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each rare branch was reached. */
public final class Marks {
    private final Map<Mark, Long> counts = new EnumMap<>(Mark.class);

    /** None was reached yet. */
    public Marks() {}

    /** A branch was reached. */
    public void reach(Mark mark) {
        counts.merge(mark, 1L, Long::sum);
    }

    /** How often a branch was reached. */
    public long count(Mark mark) {
        return counts.getOrDefault(mark, 0L);
    }

    /** Adds the counts of another run. */
    public void add(Marks other) {
        other.counts.forEach((mark, count) -> counts.merge(mark, count, Long::sum));
    }

    /** The branches that were never reached. */
    public List<Mark> missing() {
        List<Mark> missing = new ArrayList<>(List.of(Mark.values()));
        missing.removeAll(counts.keySet());
        return missing;
    }
}
