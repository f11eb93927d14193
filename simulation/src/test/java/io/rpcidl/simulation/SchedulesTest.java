package io.rpcidl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.simulation.host.Sabotage;
import org.junit.jupiter.api.Test;

/** What a build tries: schedules that must hold every invariant and reach every rare branch. */
class SchedulesTest {
    private static final long FIRST_SEED = 1;
    private static final long SCHEDULES = 20_000;

    @Test
    void everyScheduleHoldsAndEveryRareBranchIsReached() {
        Quiet.please();
        int threads = Runtime.getRuntime().availableProcessors(); // each world stays on one of them
        long began = System.nanoTime();
        Campaign.Summary summary = Campaign.run(FIRST_SEED, SCHEDULES, threads, () -> Sabotage.NONE);
        String report = Report.summary(summary, System.nanoTime() - began);
        System.out.println(report);
        Run failure = summary.failure();
        assertThat(failure)
                .withFailMessage(
                        () -> failure == null ? "" : Report.failure(Shrinker.shrink(failure, () -> Sabotage.NONE)))
                .isNull();
        assertThat(summary.schedules()).isEqualTo(SCHEDULES);
        assertThat(summary.marks().missing()).as(report).isEmpty();
        assertThat(summary.tally().needlessMaybe * 100).isLessThanOrEqualTo(summary.tally().cutBeforeLastOctet);
    }
}
