package io.rpcidl.simulation;

import io.rpcidl.simulation.audit.Tally;
import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.simulation.observe.Marks;
import io.rpcidl.simulation.observe.Trace;
import io.rpcidl.simulation.observe.Violation;
import io.rpcidl.simulation.script.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many runs, one seed after the other, on several threads: each run is on one of them from its beginning to its end. */
public final class Campaign {
    private static final int CANARY = 100;

    private final Supplier<Sabotage> sabotage;
    private final long end;
    private final AtomicLong next;
    private volatile boolean failed;

    /**
     * What many runs have shown.
     *
     * @param schedules how many runs there were
     * @param events how many events in all of them
     * @param tally how calls ended
     * @param marks how often rare branches were reached
     * @param failure the failed run with the smallest seed, or null
     */
    public record Summary(
            long schedules,
            long events,
            Tally tally,
            Marks marks,
            @Nullable Run failure) {}

    private Campaign(long from, long count, Supplier<Sabotage> sabotage) {
        this.next = new AtomicLong(from);
        this.end = from + count;
        this.sabotage = sabotage;
    }

    /**
     * Runs {@code count} seeds from {@code from} on, until one fails; one run in a hundred is done twice and must be the same
     * (V10).
     *
     * @param sabotage the mistake to plant in each run
     */
    public static Summary run(long from, long count, int threads, Supplier<Sabotage> sabotage) {
        return new Campaign(from, count, sabotage).run(threads);
    }

    private Summary run(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Part>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(this::work));
            }
            Part all = new Part();
            for (Future<Part> part : parts) {
                all.add(part.get());
            }
            Run failure = all.failures.stream()
                    .min(Comparator.comparingLong(run -> run.scenario().seed()))
                    .orElse(null);
            return new Summary(all.schedules, all.events, all.tally, all.marks, failure);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a run has broken the simulation itself", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    private Part work() {
        Part part = new Part();
        for (long seed = next.getAndIncrement(); seed < end && !failed; seed = next.getAndIncrement()) {
            Run run = run(seed);
            part.add(run);
            if (run.violation() != null) {
                failed = true;
            }
        }
        return part;
    }

    private Run run(long seed) {
        try {
            Run run = Simulation.run(Scenario.of(seed), sabotage.get(), Trace.Recording.HASH);
            return seed % CANARY == 0 ? repeated(run) : run;
        } catch (RuntimeException broken) {
            throw new IllegalStateException("seed " + seed + " has broken the simulation itself", broken);
        }
    }

    private Run repeated(Run run) {
        Run second = Simulation.run(run.scenario(), sabotage.get(), Trace.Recording.HASH);
        if (second.hash() == run.hash() || run.violation() != null) {
            return run;
        }
        Violation violation = new Violation("V10", "a second run of this seed is another run");
        return new Run(run.scenario(), violation, run.hash(), run.events(), run.tally(), run.marks(), run.lastEvents());
    }

    /** What one thread has seen. */
    private static final class Part {
        private final Tally tally = new Tally();
        private final Marks marks = new Marks();
        private final List<Run> failures = new ArrayList<>();
        private long schedules;
        private long events;

        void add(Run run) {
            schedules++;
            events += run.events();
            tally.add(run.tally());
            marks.add(run.marks());
            if (run.violation() != null) {
                failures.add(run);
            }
        }

        void add(Part other) {
            schedules += other.schedules;
            events += other.events;
            tally.add(other.tally);
            marks.add(other.marks);
            failures.addAll(other.failures);
        }
    }
}
