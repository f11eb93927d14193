package io.rpcidl.processes.flood;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Floods a server in each way and tells what a good client saw of it. */
public final class FloodTable {
    private static final int IDLE_SECONDS = 4;

    private FloodTable() {}

    /**
     * Prints the table; returns how many calls of the good client have failed.
     *
     * @param only the flood to try, or all of them when its name is empty
     * @param scale how many connections each flood has, or how many hundred frames
     */
    public static int print(Path ledger, int scale, String only, PrintStream out) {
        int failed = 0;
        out.print(FloodRound.Result.head());
        try (FloodRound round = new FloodRound(ledger, List.of())) {
            round.idle(IDLE_SECONDS);
            for (Flood flood : Flood.values()) {
                if (!flood.name().startsWith(only)) {
                    continue;
                }
                GoodClient.Seen idle = round.idle(IDLE_SECONDS);
                FloodRound.Result result = round.flood(flood, scale);
                out.print(result.row(flood, idle));
                failed += idle.failed() + result.good().failed();
            }
            out.println(round.log());
        }
        return failed;
    }
}
