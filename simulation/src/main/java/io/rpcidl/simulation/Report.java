package io.rpcidl.simulation;

import static java.util.Locale.ROOT;

import io.rpcidl.simulation.audit.Tally;
import io.rpcidl.simulation.observe.Mark;
import java.util.ArrayList;
import java.util.List;

/** Runs in words. */
public final class Report {
    private static final double NANOS = 1e9;

    private Report() {}

    /** How much was tried, how calls ended, and which rare branches were reached how often. */
    public static String summary(Campaign.Summary summary, long nanos) {
        Tally tally = summary.tally();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                ROOT,
                "%,d schedules in %.1f s, %.0f a second; %,d events, %,d calls",
                summary.schedules(),
                nanos / NANOS,
                summary.schedules() * NANOS / nanos,
                summary.events(),
                tally.calls));
        lines.add(String.format(
                ROOT,
                "succeeded %,d, declared errors %,d, NOT_EXECUTED %,d, EXECUTED %,d, MAYBE_EXECUTED %,d",
                tally.succeeded,
                tally.declared,
                tally.notExecuted,
                tally.executed,
                tally.maybeExecuted));
        lines.add(String.format(
                ROOT,
                "cut before the last octet of the request %,d, of them needlessly MAYBE_EXECUTED %,d",
                tally.cutBeforeLastOctet,
                tally.needlessMaybe));
        for (Mark mark : Mark.values()) {
            lines.add(String.format(ROOT, "%,12d %s", summary.marks().count(mark), mark));
        }
        return String.join("\n", lines) + "\n";
    }

    /** A failed run: its seed, what broke, what is left of the scenario, the last events, and the file to keep. */
    public static String failure(Run run) {
        List<String> lines = new ArrayList<>();
        lines.add("seed " + run.scenario().seed() + " breaks " + run.violation());
        lines.add("faults: " + run.scenario().conditions().kinds());
        run.scenario().clients().forEach(ops -> {
            lines.add("client:");
            ops.forEach(op -> lines.add("    " + op));
        });
        lines.add("the last events:");
        run.lastEvents().forEach(event -> lines.add("    " + event));
        lines.add("keep this as simulation/regressions/" + run.scenario().seed() + ".properties:");
        return String.join("\n", lines) + "\n" + Regression.text(run);
    }
}
