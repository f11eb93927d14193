package io.rpcidl.simulation;

import io.rpcidl.simulation.audit.Tally;
import io.rpcidl.simulation.observe.Marks;
import io.rpcidl.simulation.observe.Violation;
import io.rpcidl.simulation.script.Scenario;
import io.rpcidl.simulation.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has shown.
 *
 * @param scenario what was run
 * @param violation the first invariant that did not hold, or null
 * @param hash of everything that happened
 * @param events how many events there were
 * @param tally how calls ended
 * @param marks rare branches that were reached
 * @param lastEvents the last events in words, if they were recorded
 */
public record Run(
        Scenario scenario,
        @Nullable Violation violation,
        long hash,
        long events,
        Tally tally,
        Marks marks,
        List<String> lastEvents) {

    Run(Scenario scenario, World world, Tally tally) {
        this(
                scenario,
                world.violation(),
                world.trace().hash(),
                world.happened(),
                tally,
                world.marks(),
                world.trace().lastEvents());
    }
}
