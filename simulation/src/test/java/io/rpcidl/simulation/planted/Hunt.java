package io.rpcidl.simulation.planted;

import io.rpcidl.simulation.Campaign;
import io.rpcidl.simulation.Run;
import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.simulation.observe.Violation;
import org.jspecify.annotations.Nullable;

/** Looks for a mistake of the runtime that it is loaded with; called by reflection, from another class loader. */
public final class Hunt {
    private Hunt() {}

    /** The number of the invariant that breaks first, with its seed and text; null when all hold. */
    public static @Nullable String hunt(long from, long count) {
        Run failure = Campaign.run(from, count, 1, () -> Sabotage.NONE).failure();
        Violation violation = failure == null ? null : failure.violation();
        return failure == null || violation == null
                ? null
                : violation.invariant() + " with seed " + failure.scenario().seed() + ": " + violation.text();
    }
}
