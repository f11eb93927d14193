package io.rpcidl.simulation.script;

import static io.rpcidl.simulation.script.Conditions.MILLI;

import io.rpcidl.simulation.world.Draw;

/**
 * How one client process reaches the servers and how hard it tries.
 *
 * @param reach whether it has one client for each server, or one for all
 * @param balancing which of several connections takes a call
 * @param attempts how often a call is attempted at most
 * @param budgetPercent how many further attempts 100 calls pay for
 * @param reserve how many attempts are paid for in advance
 * @param firstPause nanoseconds before the second attempt
 * @param reconnectPause nanoseconds before a second attempt to connect
 * @param hedgeAfter nanoseconds before an attempt beside the first, 0 for never
 * @param waits whether calls wait for a connection
 * @param eager whether it connects before there is a call
 */
public record ChannelPlan(
        Reach reach,
        Balancing balancing,
        int attempts,
        int budgetPercent,
        int reserve,
        long firstPause,
        long reconnectPause,
        long hedgeAfter,
        boolean waits,
        boolean eager) {

    /** How many servers one client knows. */
    public enum Reach {
        /** One; the process has a client for each. */
        ONE,
        /** All of them. */
        ALL
    }

    /** What spreads the calls. */
    public enum Balancing {
        /** The first server that answers takes all calls. */
        PICK_FIRST,
        /** All in turn. */
        ROUND_ROBIN,
        /** The less loaded of two. */
        LEAST_LOADED
    }

    static ChannelPlan drawn(Draw draw) {
        int balancing = draw.between(0, Balancing.values().length - 1);
        return new ChannelPlan(
                draw.percent(50) ? Reach.ONE : Reach.ALL,
                Balancing.values()[balancing],
                draw.percent(30) ? 1 : draw.between(2, 5),
                draw.percent(50) ? 20 : draw.between(0, 100),
                draw.percent(50) ? 10 : draw.between(0, 3),
                draw.between(1, 50) * MILLI,
                draw.between(10, 1_000) * MILLI,
                draw.percent(70) ? 0 : draw.between(1, 60) * MILLI,
                draw.percent(50),
                draw.percent(20));
    }

    /** Whether a call may be attempted more than once. */
    public boolean retries() {
        return attempts > 1;
    }
}
