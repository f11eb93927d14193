package io.rpcidl.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.simulation.Campaign;
import io.rpcidl.simulation.Run;
import io.rpcidl.simulation.Shrinker;
import io.rpcidl.simulation.observe.Violation;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds each mistake that is planted; one that it can't find would show that it is blind. */
class PlantedBugsTest {
    private static final Logger RUNTIME = Logger.getLogger("io.rpcidl");
    private static final long FIRST_SEED = 1;
    private static final long SEEDS = 20_000;

    @BeforeAll
    static void quiet() {
        RUNTIME.setLevel(Level.OFF); // scripted failures would fill the log
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Planted bug) {
        Run failure = find(bug);
        Violation violation = failure.violation();
        assertThat(violation).isNotNull();
        System.out.println(bug + " is found with seed " + failure.scenario().seed() + ": " + violation);
        assertThat(bug.breaks()).as(violation.toString()).contains(violation.invariant());
    }

    /** What is left of a failed run is small, breaks the same invariant, and says what happened. */
    @Test
    void isShrunk() {
        Run failure = find(Planted.CREDIT_OFF_BY_ONE);
        Run shrunk = Shrinker.shrink(failure, Planted.CREDIT_OFF_BY_ONE.sabotage());
        assertThat(shrunk.violation()).isNotNull();
        assertThat(shrunk.violation().invariant()).isEqualTo("V2");
        assertThat(shrunk.scenario().ops()).hasSizeLessThan(5);
        assertThat(shrunk.scenario().ops())
                .hasSizeLessThan(failure.scenario().ops().size());
        assertThat(shrunk.lastEvents()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
    }

    /** Tries first where it was found before, then everywhere. */
    private static Run find(Planted bug) {
        Run failure = Campaign.run(bug.foundBefore(), 1, 1, bug.sabotage()).failure();
        if (failure == null) {
            failure = Campaign.run(FIRST_SEED, SEEDS, 2, bug.sabotage()).failure();
        }
        assertThat(failure).as("%s within %d seeds", bug, SEEDS).isNotNull();
        return failure;
    }
}
