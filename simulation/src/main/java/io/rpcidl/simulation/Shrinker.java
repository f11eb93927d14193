package io.rpcidl.simulation;

import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.simulation.observe.Trace;
import io.rpcidl.simulation.observe.Violation;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.script.Reduction;
import io.rpcidl.simulation.script.Scenario;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/** Looks for a smaller scenario of the same seed that breaks the same invariant: fewer kinds of faults, fewer operations. */
public final class Shrinker {
    private static final int MOST_RUNS = 600;

    private final Supplier<Sabotage> sabotage;
    private final String invariant;
    private Scenario smallest;
    private int runs;

    private Shrinker(Run failure, Violation violation, Supplier<Sabotage> sabotage) {
        this.smallest = failure.scenario();
        this.invariant = violation.invariant();
        this.sabotage = sabotage;
    }

    /** The smallest scenario that was found to fail like {@code failure}, run once more with its last events in words. */
    public static Run shrink(Run failure, Supplier<Sabotage> sabotage) {
        Violation violation = failure.violation();
        if (violation == null) {
            throw new IllegalArgumentException("seed " + failure.scenario().seed() + " has not failed");
        }
        Shrinker shrinker = new Shrinker(failure, violation, sabotage);
        shrinker.removeFaults();
        shrinker.removeOps();
        return Simulation.run(shrinker.smallest, sabotage.get(), Trace.Recording.LAST_EVENTS);
    }

    private void removeFaults() {
        for (FaultClass kind : List.copyOf(smallest.conditions().kinds())) {
            attempt(smallest.reduction().without(kind));
        }
    }

    /** Leaves out halves, then quarters, and so on down to single operations, as long as that helps. */
    private void removeOps() {
        for (int size = Math.max(1, smallest.ops().size() / 2); size > 0; size /= 2) {
            boolean helped = true;
            while (helped && runs < MOST_RUNS) {
                helped = removePieces(size);
            }
        }
    }

    private boolean removePieces(int size) {
        boolean helped = false;
        List<Integer> ops = smallest.ops();
        for (int from = 0; from < ops.size() && ops.size() > 1; from += size) {
            BitSet piece = new BitSet();
            ops.subList(from, Math.min(from + size, ops.size())).forEach(piece::set);
            helped |= attempt(smallest.reduction().without(piece));
        }
        return helped;
    }

    private boolean attempt(Reduction reduction) {
        if (runs++ >= MOST_RUNS) {
            return false;
        }
        Scenario candidate = Scenario.of(smallest.seed(), reduction);
        Violation violation =
                Simulation.run(candidate, sabotage.get(), Trace.Recording.HASH).violation();
        if (violation == null || !violation.invariant().equals(invariant)) {
            return false;
        }
        smallest = candidate;
        return true;
    }
}
