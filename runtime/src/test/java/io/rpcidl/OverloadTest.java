package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.call.FairHandlers;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row D04 of the catalogue of hostile inputs: a server that is asked for three times what it can do does all that it can do, and
 * refuses the rest without anybody's having to wait for it.
 */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class OverloadTest extends CallFixture {
    private static final int THREADS = 4;
    private static final int PLACES = 8;
    private static final int CLIENTS = 3;
    private static final int ROUNDS = 100;

    /** Each lets one handler end: what the server can do until the next ones are there. */
    private final Semaphore capacity = new Semaphore(0);

    private final AtomicInteger entered = new AtomicInteger();
    private final Echo handler = new Echo() {
        @Override
        public Message work(Message message) throws InterruptedException {
            entered.incrementAndGet();
            capacity.acquire();
            return message;
        }
    };
    private final List<CompletableFuture<Message>> offered = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    OverloadTest(TransportKind kind) {
        super(kind);
    }

    private void offer(RpcClient client) {
        CompletableFuture<Message> call = async(client, Echo.WORK, HELLO);
        offered.add(call);
        CompletableFuture<?> unused =
                call.whenComplete((answer, failure) -> (failure == null ? done : refused).incrementAndGet());
    }

    @Test
    void doesAllThatItCanAndRefusesTheRestAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        closeLater(threads::shutdownNow);
        RpcServer server =
                serve(Echo.service(handler), builder -> builder.executor(new FairHandlers(threads, THREADS, PLACES)));
        List<RpcClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(connect(server));
        }

        for (int round = 1; round <= ROUNDS; round++) {
            clients.forEach(client -> {
                for (int i = 0; i < THREADS; i++) {
                    offer(client);
                }
            });
            // No handler ends before these are refused: who has no place hears of it while all others wait.
            await().until(() -> offered.size() - done.get() - refused.get() <= THREADS + PLACES);
            int before = done.get();
            capacity.release(THREADS);
            await().until(() -> done.get() == before + THREADS);
        }
        int goodput = done.get();
        capacity.release(THREADS + PLACES);

        assertThat(goodput).as("of %d offered", offered.size()).isEqualTo(THREADS * ROUNDS);
        await().until(() -> done.get() + refused.get() == offered.size());
        assertThat(entered).as("handlers entered").hasValue(done.get());
        for (CompletableFuture<Message> call : offered) {
            if (call.isCompletedExceptionally()) {
                Throwable failure = call.handle((answer, thrown) -> thrown).get();
                assertFailed(
                        failure instanceof CompletionException ? failure.getCause() : failure,
                        Outcome.NOT_EXECUTED,
                        RpcCode.OVERLOADED);
            }
        }
    }
}
