package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.retry.Backoff;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row L07 of the catalogue of hostile inputs: calls of all sizes over connections that break all the time, at either end, and a
 * client that connects again and tries again what is safe. No call hangs and none lies. The profile {@code soak} does it for
 * hours, and prints whether calls take longer in the end than in the beginning.
 */
@ParameterizedClass
@EnumSource(TransportKind.class)
class FaultSoakTest extends CallFixture {
    private static final int ROUNDS = Integer.getInteger("rpcidl.fault.rounds", 40);
    private static final int CALLS = 100;
    private static final int LARGEST = 20_000;
    private static final int PART = Math.max(1, ROUNDS / 10);
    private static final Backoff BRIEF = new Backoff(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0.2);
    private static final CallOptions OPTIONS =
            CallOptions.DEFAULT.waitForReady().withoutDeadline();

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Set<Long> executed = ConcurrentHashMap.newKeySet();
    private final Map<Outcome, Integer> failed = new EnumMap<>(Outcome.class);
    private final List<Long> nanos = new ArrayList<>();
    private long made;
    private final Echo handler = new Echo() {
        @Override
        public Message echo(Message message) {
            executed.add(message.number());
            return message;
        }

        @Override
        public Message work(Message message) {
            return echo(message);
        }
    };

    FaultSoakTest(TransportKind kind) {
        super(kind);
    }

    /** A call, and what is known of it at its end. */
    private record Made(Message message, CompletableFuture<Made.End> end) {
        private record End(
                @Nullable Message answer, @Nullable Throwable failure, long nanos) {}
    }

    private Made make(RpcClient client) {
        Message message = new Message("x".repeat(random.nextInt(random.nextInt(10) == 0 ? LARGEST : 200)), made++);
        MethodDescriptor<Message, Message> method = random.nextBoolean() ? Echo.ECHO : Echo.WORK;
        long began = System.nanoTime();
        return new Made(
                message,
                client.callAsync(method, message, OPTIONS)
                        .handle((answer, failure) -> new Made.End(answer, failure, System.nanoTime() - began))
                        .toCompletableFuture());
    }

    private void judge(Made call) throws Exception {
        Made.End end = call.end().get(60, TimeUnit.SECONDS);
        nanos.add(end.nanos());
        Throwable failure = end.failure();
        long number = call.message().number();
        if (failure == null) {
            assertThat(end.answer()).isEqualTo(call.message());
            assertThat(executed).contains(number);
            return;
        }
        assertThat(failure).isInstanceOf(RpcException.class);
        Outcome outcome = ((RpcException) failure).outcome();
        failed.merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.NOT_EXECUTED) {
            assertThat(executed).as(failure.getMessage()).doesNotContain(number);
        } else if (outcome == Outcome.EXECUTED) {
            assertThat(executed).contains(number);
        }
    }

    @Test
    @Timeout(4 * 3_600)
    void noCallHangsAndNoneLies() throws Exception {
        RpcServer server = serve(handler);
        RpcClient client = closeLater(RpcClient.builder()
                .plaintext()
                .transport(transport)
                .reconnectBackoff(BRIEF)
                .target("127.0.0.1:" + server.port())
                .build());
        for (int round = 0; round < ROUNDS; round++) {
            transport.cutClientsAfter(200 + random.nextInt(3 * LARGEST));
            transport.cutServersAfter(200 + random.nextInt(3 * LARGEST));
            List<Made> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(make(client));
            }
            for (Made call : calls) {
                judge(call);
            }
            executed.clear(); // what would be repeated after its end is for other tests
        }
        transport.cutClientsAfter(Integer.MAX_VALUE);
        transport.cutServersAfter(Integer.MAX_VALUE);

        System.out.printf(
                "faults from the seed %d: %d calls, failed %s, connections %d, p99 of the first tenth %d µs, of the last %d µs%n",
                seed, made, failed, transport.connects(), p99(0), p99(ROUNDS - PART));
        assertThat(transport.connects()).as("seed %d", seed).isGreaterThan(ROUNDS / 2);
        assertThat(failed).as("seed %d", seed).containsKey(Outcome.MAYBE_EXECUTED);
        assertThat(client.call(Echo.ECHO, HELLO, OPTIONS)).isEqualTo(HELLO);
    }

    private long p99(int firstRound) {
        long[] part = nanos.subList(firstRound * CALLS, (firstRound + PART) * CALLS).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        assertThat(Arrays.stream(part).count()).isPositive();
        return TimeUnit.NANOSECONDS.toMicros(part[part.length * 99 / 100]);
    }
}
