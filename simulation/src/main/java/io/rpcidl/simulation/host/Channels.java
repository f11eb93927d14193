package io.rpcidl.simulation.host;

import io.rpcidl.RpcClientBuilder;
import io.rpcidl.balance.Balancer;
import io.rpcidl.retry.Backoff;
import io.rpcidl.retry.Hedging;
import io.rpcidl.retry.RetryPolicy;
import io.rpcidl.simulation.script.ChannelPlan;
import io.rpcidl.simulation.world.Draw;
import java.time.Duration;
import java.util.SplittableRandom;

/** Builds clients that reach their servers, and try again, as a plan says. */
final class Channels {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private Channels() {}

    static void apply(ChannelPlan plan, RpcClientBuilder builder, Draw draw) {
        builder.balancer(balancer(plan))
                .reconnectBackoff(backoff(plan.reconnectPause()))
                .retries(new RetryPolicy(
                        plan.attempts(),
                        backoff(plan.firstPause()),
                        LONGEST_WAIT,
                        plan.budgetPercent(),
                        plan.reserve()))
                .random(new SplittableRandom(draw.between(0L, Long.MAX_VALUE - 1)));
        if (plan.hedgeAfter() > 0) {
            builder.hedging(new Hedging(Duration.ofNanos(plan.hedgeAfter()), 2));
        }
        if (plan.waits()) {
            builder.waitForReady();
        }
        if (plan.eager()) {
            builder.connectEagerly();
        }
    }

    private static Balancer.Factory balancer(ChannelPlan plan) {
        return switch (plan.balancing()) {
            case PICK_FIRST -> Balancer.pickFirst();
            case ROUND_ROBIN -> Balancer.roundRobin();
            case LEAST_LOADED -> Balancer.leastLoaded();
        };
    }

    private static Backoff backoff(long first) {
        return new Backoff(Duration.ofNanos(first), 2, LONGEST_PAUSE, 0.5);
    }
}
