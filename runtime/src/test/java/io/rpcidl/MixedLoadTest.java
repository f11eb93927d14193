package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One client that many threads share, with calls of every kind at once: nothing is mixed up (row M03 of the catalogue). */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class MixedLoadTest extends CallFixture {
    private static final int THREADS = 16;
    private static final int ROUNDS = 60;

    MixedLoadTest(TransportKind kind) {
        super(kind);
    }

    /** Each kind once, with values that no other thread and round uses. */
    static void round(RpcClient client, int thread, int round) throws Exception {
        String name = thread + "/" + round + "/" + "x".repeat(round * 37 % 3_000);
        long number = thread * 1_000L + round;
        Message own = new Message(name, number);

        assertThat(client.call(Echo.ECHO, own, CallOptions.DEFAULT)).isEqualTo(own);
        assertThat(get(async(client, Echo.WORK, own))).isEqualTo(own);
        int count = round % 20;
        List<Message> items =
                StreamTest.all(client.serverStream(Feed.COUNT, new Message(name, count), CallOptions.DEFAULT));
        assertThat(items).hasSize(count).allMatch(item -> item.text().equals(name));
        Message sum = client.clientStream(Feed.SUM, own, Feed.numbers(name, count), CallOptions.DEFAULT);
        assertThat(sum).isEqualTo(new Message("" + count * (count - 1L) / 2, count));
        List<Message> mirrored =
                StreamTest.all(client.bidirectional(Feed.MIRROR, own, RpcStream.of(own, own), CallOptions.DEFAULT));
        assertThat(mirrored).containsExactly(own, own);
    }

    @Test
    void mixesNothingUp() throws Exception {
        RpcServer server = serve(Echo.service(new Echo() {}), builder -> builder.add(Feed.service(new Feed() {})));
        RpcClient client = connect(server);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                work.add(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        round(client, thread, round);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work, 100, TimeUnit.SECONDS)) {
                assertThat(done.isCancelled()).isFalse();
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(transport.connects()).isEqualTo(1);
    }
}
