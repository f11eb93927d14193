package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.call.FairHandlers;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.Hello;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.RecordingListener;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for a handler's thread, and who is refused (rows D05 and D09 of the catalogue of hostile inputs). */
@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(60)
class FairnessTest extends CallFixture {
    private static final int OTHERS = 10;
    private static final int FLOOD = 1_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final Echo handler = new Echo() {
        @Override
        public Message echo(Message message) {
            order.add(message.text());
            return message;
        }

        @Override
        public Message work(Message message) throws InterruptedException {
            entered.countDown();
            release.await();
            return message;
        }
    };

    FairnessTest(TransportKind kind) {
        super(kind);
    }

    /** A server with one thread for its handlers, which is blocked. */
    private RpcServer serveWithABlockedThread(int places) throws InterruptedException {
        closeLater(thread::shutdownNow);
        RpcServer server =
                serve(Echo.service(handler), builder -> builder.executor(new FairHandlers(thread, 1, places)));
        async(connect(server), Echo.WORK, HELLO);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        return server;
    }

    private static long arrived(RpcServer server) throws Exception {
        return get(server.snapshot().toCompletableFuture()).methods().get(0).arrived();
    }

    @Test
    void servesConnectionsInTurn() throws Exception {
        RpcServer server = serveWithABlockedThread(4_096);
        RpcClient greedy = connect(server);
        List<CompletableFuture<Message>> calls = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            calls.add(async(greedy, Echo.ECHO, new Message("greedy", i)));
        }
        await().until(() -> arrived(server) == FLOOD);
        for (int i = 0; i < OTHERS; i++) {
            calls.add(async(connect(server), Echo.ECHO, new Message("modest", i)));
        }
        await().until(() -> arrived(server) == FLOOD + OTHERS);

        release.countDown();
        for (CompletableFuture<Message> call : calls) {
            get(call);
        }

        assertThat(order).hasSize(FLOOD + OTHERS);
        assertThat(order.subList(0, OTHERS + 1)).filteredOn("modest"::equals).hasSize(OTHERS);
    }

    @Test
    void leavesRoomForOthersWhenOneFillsTheQueue() throws Exception {
        RpcServer server = serveWithABlockedThread(100);
        RpcClient greedy = connect(server);
        List<CompletableFuture<Message>> flood = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            flood.add(async(greedy, Echo.ECHO, new Message("greedy", i)));
        }
        for (int i = 50; i < FLOOD; i++) {
            assertFailed(rpcFailureOf(flood.get(i)), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        }
        RpcClient modest = connect(server);
        CompletableFuture<Message> served = async(modest, Echo.ECHO, new Message("modest", 1));
        await().until(() -> arrived(server) == FLOOD + 1);
        assertThat(served).isNotDone();

        release.countDown();

        assertThat(get(served).text()).isEqualTo("modest");
        for (int i = 0; i < 50; i++) {
            assertThat(get(flood.get(i)).number()).isEqualTo(i);
        }
        assertThat(order.indexOf("modest")).isLessThan(3);
        assertThat(echo(modest, HELLO)).isEqualTo(HELLO);
    }

    @Test
    void answersPingsWhileAllThreadsAreBlockedAndTheQueueIsFull() throws Exception {
        RpcServer server = serveWithABlockedThread(1);
        CompletableFuture<Message> queued = async(connect(server), Echo.ECHO, HELLO);
        await().until(() -> arrived(server) == 1);

        assertFailed(rpcFailureOf(async(connect(server), Echo.ECHO, HELLO)), Outcome.NOT_EXECUTED, RpcCode.OVERLOADED);
        RecordingListener raw = new RecordingListener();
        transport.connect(
                transport.loop(), new Endpoint("127.0.0.1", server.port()), Duration.ofSeconds(5), raw.connecting());
        FrameWriter out = new FrameWriter();
        new Hello(List.of(Hello.VERSION), ConnectionLimits.MINIMUM, 0, 0, "raw").write(out);
        out.begin(FrameType.PING, 0);
        out.buffer().u64(0x1122_3344_5566_7788L);
        out.finish(0);
        byte[] bytes = Arrays.copyOf(out.buffer().bytes(), out.buffer().length());
        raw.link.get(5, TimeUnit.SECONDS).loop().execute(() -> {
            raw.link.join().write(bytes, 0, bytes.length);
            raw.link.join().flush();
        });
        await().until(() -> raw.count() > 16
                && Arrays.equals(raw.bytes(), raw.count() - 8, raw.count(), bytes, bytes.length - 8, bytes.length));

        assertThat(queued).isNotDone();
        raw.link.join().loop().execute(() -> raw.link.join().reset());
        release.countDown();
        assertThat(get(queued)).isEqualTo(HELLO);
    }
}
