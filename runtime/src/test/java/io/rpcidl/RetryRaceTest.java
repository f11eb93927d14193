package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.balance.Balancer;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.Modifier;
import io.rpcidl.retry.Hedging;
import io.rpcidl.value.CallRefusedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row H04 of the catalogue of hostile inputs: retries, hedges, deadlines, cancels, cuts and drains, all at random times. */
class RetryRaceTest extends ChannelFixture {
    private static final List<String> SERVERS = List.of("a:1", "b:1", "c:1");
    private static final int CALLS = 400;

    private final Map<Long, Integer> executions = new HashMap<>();

    /** A call, and how often it has ended. */
    private static final class Made {
        private final long number;
        private final MethodDescriptor<Message, Message> method;
        private int ends;
        private @Nullable Throwable failure;

        Made(long number, MethodDescriptor<Message, Message> method) {
            this.number = number;
            this.method = method;
        }

        void ended(@Nullable Throwable thrown) {
            ends++;
            failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        }
    }

    private RpcServer serve(String target, SplittableRandom random) {
        return serve(target, Echo.async(message -> {
            executions.merge(message.number(), 1, Integer::sum);
            if (random.nextInt(20) == 0) {
                return CompletableFuture.failedFuture(new CallRefusedException(RpcCode.FORBIDDEN, "planted"));
            }
            CompletableFuture<Message> answer = new CompletableFuture<>();
            net.loop.schedule(net.loop.now() + random.nextInt(80_000_000), () -> answer.complete(message));
            return answer;
        }));
    }

    private static CallOptions options(SplittableRandom random, MethodDescriptor<?, ?> method) {
        CallOptions options = CallOptions.DEFAULT.withDeadline(Duration.ofMillis(1 + random.nextInt(200)));
        if (random.nextInt(4) == 0) {
            options = options.waitForReady();
        }
        boolean hedged = method.modifier() == Modifier.READONLY && random.nextBoolean();
        return hedged ? options.withHedging(new Hedging(Duration.ofMillis(random.nextInt(30)), 3)) : options;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCallEndsOnceAndTellsTheTruth(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, RpcServer> servers = new HashMap<>();
        SERVERS.forEach(target -> servers.put(target, serve(target, random)));
        RpcClient client = client(
                SERVERS,
                builder -> builder.random(random.split())
                        .balancer(seed % 2 == 0 ? Balancer.roundRobin() : Balancer.leastLoaded()));
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            MethodDescriptor<Message, Message> method = random.nextBoolean() ? Echo.ECHO : Echo.WORK;
            Made made = new Made(i, method);
            all.add(made);
            CompletableFuture<Message> call = client.callAsync(method, new Message("", i), options(random, method))
                    .toCompletableFuture();
            CompletableFuture<?> unused = call.whenComplete((reply, failure) -> made.ended(failure));
            if (random.nextInt(5) == 0) {
                net.loop.execute(
                        () -> net.loop.schedule(net.loop.now() + random.nextInt(100_000_000), () -> call.cancel(true)));
            }
            String target = SERVERS.get(random.nextInt(SERVERS.size()));
            if (random.nextInt(10) == 0) {
                net.cut(target);
            } else if (random.nextInt(25) == 0) {
                close(servers.get(target));
                net.loop.advance(Duration.ofMillis(random.nextInt(100)));
                servers.put(target, serve(target, random));
            }
            net.loop.advance(Duration.ofNanos(random.nextInt(20_000_000)));
        }
        advance(60_000);

        for (Made made : all) {
            assertThat(made.ends).as("ends of call " + made.number).isEqualTo(1);
            judge(made);
        }
    }

    private void judge(Made made) {
        int ran = executions.getOrDefault(made.number, 0);
        if (made.method == Echo.WORK) {
            assertThat(ran).as("executions of call " + made.number).isLessThanOrEqualTo(1);
        }
        if (made.failure == null) {
            assertThat(ran).isPositive();
            return;
        }
        assertThat(made.failure).isInstanceOf(RpcException.class);
        Outcome outcome = ((RpcException) made.failure).outcome();
        if (outcome == Outcome.NOT_EXECUTED) {
            assertThat(ran).as(made.failure.getMessage()).isZero();
        } else if (outcome == Outcome.EXECUTED) {
            assertThat(ran).as(made.failure.getMessage()).isPositive();
        }
    }
}
