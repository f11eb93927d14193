package io.rpcidl.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every transport does alike. */
@Timeout(30)
public abstract class TransportSuite {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Transport transport;
    private final RecordingListener client = new RecordingListener();
    private final RecordingListener server = new RecordingListener();

    /** A transport of the kind under test. */
    protected abstract Transport open();

    @BeforeEach
    void openTransport() {
        transport = open();
    }

    @AfterEach
    void closeTransport() {
        transport.close();
    }

    /** Where the transport under test listens. */
    protected Endpoint endpoint() {
        return new Endpoint("127.0.0.1", 0);
    }

    /** Whether a link that is lost says of each octet whether it was taken; else all of them count as taken. */
    protected boolean knowsWhatWasTaken() {
        return true;
    }

    private Listener listen() throws Exception {
        return transport.listen(endpoint(), server::opened);
    }

    private void connect() throws Exception {
        Listener listener = listen();
        transport.connect(transport.loop(), listener.endpoint(), TIMEOUT, client.connecting());
        server.link.get(5, TimeUnit.SECONDS);
        client.link.get(5, TimeUnit.SECONDS);
    }

    private static void onLoop(RecordingListener side, Consumer<Link> action) throws Exception {
        Link link = side.link.join();
        CompletableFuture<Void> done = new CompletableFuture<>();
        link.loop().execute(() -> {
            action.accept(link);
            done.complete(null);
        });
        done.get(5, TimeUnit.SECONDS);
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }

    @Test
    void failsAnAttemptToConnectAfterItWasClosed() throws Exception {
        Endpoint endpoint = listen().endpoint();
        transport.close();

        transport.connect(transport.loop(), endpoint, TIMEOUT, client.connecting());

        assertThat(client.link).failsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void carriesBytesBothWaysInOrder() throws Exception {
        connect();

        onLoop(client, link -> {
            link.write("xabcx".getBytes(StandardCharsets.US_ASCII), 1, 3);
            link.write("def".getBytes(StandardCharsets.US_ASCII), 0, 3);
            link.flush();
        });
        onLoop(server, link -> {
            link.write("back".getBytes(StandardCharsets.US_ASCII), 0, 4);
            link.flush();
        });

        await().untilAsserted(() -> assertThat(server.bytes()).asString().isEqualTo("abcdef"));
        await().untilAsserted(() -> assertThat(client.bytes()).asString().isEqualTo("back"));
    }

    @Test
    void sendsNothingBeforeAFlush() throws Exception {
        connect();

        onLoop(client, link -> link.write(new byte[3], 0, 3));
        onLoop(server, link -> {
            link.write(new byte[1], 0, 1);
            link.flush();
        });

        await().until(() -> client.count() == 1);
        assertThat(server.count()).isZero();
        assertThat(client.taken).hasValue(0);
    }

    @Test
    void countsWhatThePeersSocketTakesToTheByteAndSlowsTheWriterDown() throws Exception {
        connect();
        onLoop(
                server,
                link -> { // behind TLS a client counts only from the first word of the server on
                    link.write(new byte[1], 0, 1);
                    link.flush();
                });
        await().until(() -> client.count() == 1);
        byte[] bytes = pattern(24 << 20);
        onLoop(server, Link::pauseReading);

        for (int offset = 0; offset < bytes.length; offset += 1 << 20) {
            int start = offset;
            onLoop(client, link -> {
                link.write(bytes, start, 1 << 20);
                link.flush();
            });
        }
        assertThat(client.unwritable.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(client.taken.get()).isLessThan(bytes.length);

        onLoop(server, Link::resumeReading);
        await().until(() -> client.taken.get() == bytes.length);
        assertThat(client.writableAgain.await(5, TimeUnit.SECONDS)).isTrue();
        await().until(() -> server.count() == bytes.length);
        assertThat(Arrays.equals(server.bytes(), bytes)).isTrue();
        List<Long> totals = new ArrayList<>(client.takenTotals);
        assertThat(totals).isSorted().doesNotHaveDuplicates();
        assertThat(totals.get(totals.size() - 1)).isEqualTo(bytes.length);
    }

    @Test
    void deliversWhatWasWrittenBeforeAClose() throws Exception {
        connect();
        byte[] bytes = pattern(3 << 20);

        onLoop(client, link -> {
            link.write(bytes, 0, bytes.length);
            link.close();
        });

        server.closed.get(5, TimeUnit.SECONDS);
        client.closed.get(5, TimeUnit.SECONDS);
        assertThat(Arrays.equals(server.bytes(), bytes)).isTrue();
        assertThat(server.closed.join()).isNull();
    }

    @Test
    void deliversTheLastWordsAlthoughThePeerKeepsSending() throws Exception {
        connect();
        onLoop(client, link -> {
            link.write(new byte[1 << 20], 0, 1 << 20);
            link.flush();
        });

        onLoop(server, link -> {
            link.write("bye".getBytes(StandardCharsets.US_ASCII), 0, 3);
            link.close();
        });

        client.closed.get(5, TimeUnit.SECONDS);
        assertThat(client.bytes()).asString().isEqualTo("bye");
    }

    @Test
    void endsBothSidesOnceWhenOneResets() throws Exception {
        connect();

        onLoop(client, Link::reset);

        server.closed.get(5, TimeUnit.SECONDS);
        client.closed.get(5, TimeUnit.SECONDS);
        onLoop(client, link -> {
            link.write(new byte[1], 0, 1);
            link.flush();
            link.close();
            link.reset();
        });
        assertThat(client.closings).hasValue(1);
        assertThat(server.closings).hasValue(1);
    }

    @Test
    void closesWithinItsTimeWhenThePeerDoesNotRead() throws Exception {
        connect();
        onLoop(server, Link::pauseReading);

        onLoop(client, link -> {
            link.write(new byte[32 << 20], 0, 32 << 20);
            link.close();
        });

        client.closed.get(10, TimeUnit.SECONDS);
        if (knowsWhatWasTaken()) {
            assertThat(client.taken.get()).isLessThan(32 << 20);
        } else {
            assertThat(client.taken.get()).isEqualTo(32 << 20);
        }
    }

    @Test
    void saysWhyThereIsNoLink() throws Exception {
        Listener listener = listen();
        listener.close();

        transport.connect(transport.loop(), listener.endpoint(), TIMEOUT, client.connecting());

        assertThatThrownBy(client.link::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void refusesASecondListenerAtAnEndpoint() throws Exception {
        Listener listener = listen();

        assertThatThrownBy(() -> transport.listen(listener.endpoint(), server::opened))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(listener.endpoint().toString());
    }

    @Test
    void keepsLinksWhenTheirListenerCloses() throws Exception {
        Listener listener = listen();
        transport.connect(transport.loop(), listener.endpoint(), TIMEOUT, client.connecting());
        server.link.get(5, TimeUnit.SECONDS);
        client.link.get(5, TimeUnit.SECONDS);

        listener.close();
        listener.close();
        onLoop(client, link -> {
            link.write(new byte[5], 0, 5);
            link.flush();
        });

        await().until(() -> server.count() == 5);
    }

    @Test
    void resetsALinkWhoseListenerThrows() throws Exception {
        RecordingListener failing = new RecordingListener() {
            @Override
            public void received(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("planted");
            }
        };
        Listener listener = transport.listen(endpoint(), failing::opened);
        transport.connect(transport.loop(), listener.endpoint(), TIMEOUT, client.connecting());
        client.link.get(5, TimeUnit.SECONDS);

        onLoop(client, link -> {
            link.write(new byte[5], 0, 5);
            link.flush();
        });

        failing.closed.get(5, TimeUnit.SECONDS);
        client.closed.get(5, TimeUnit.SECONDS);
    }

    @Test
    void runsTimersInTheirOrderAndNoCancelledOnes() throws Exception {
        Loop loop = transport.loop();
        List<String> ran = new ArrayList<>();
        CountDownLatch last = new CountDownLatch(1);

        loop.execute(() -> {
            long now = loop.now();
            loop.schedule(now - 1, () -> ran.add("past"));
            loop.schedule(now + 500_000_000, () -> {
                ran.add("late");
                last.countDown();
            });
            LoopTimer cancelled = loop.schedule(now + 20_000_000, () -> ran.add("cancelled"));
            loop.schedule(now + 10_000_000, () -> ran.add("early " + (loop.now() >= now + 10_000_000)));
            cancelled.cancel();
        });

        assertThat(last.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("past", "early true", "late");
    }

    @Test
    void knowsItsOwnThread() throws Exception {
        Loop loop = transport.loop();
        CompletableFuture<Boolean> inside = new CompletableFuture<>();

        loop.execute(() -> inside.complete(loop.inLoop()));

        assertThat(inside.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void tellsWhoAskedThatItIsClosed() throws Exception {
        Loop loop = transport.loop();
        List<String> told = new ArrayList<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        loop.execute(() -> {
            LoopTimer unwanted = loop.whenClosed(() -> told.add("taken back"));
            LoopTimer unused = loop.whenClosed(() -> {
                throw new IllegalStateException("planted");
            });
            unused = loop.whenClosed(() -> {
                told.add("in loop " + loop.inLoop());
                LoopTimer late = loop.whenClosed(() -> told.add("late"));
                late.cancel();
            });
            unwanted.cancel();
            asked.complete(null);
        });
        asked.get(5, TimeUnit.SECONDS);

        transport.close();

        assertThat(told).containsExactly("in loop true", "late");
    }

    @Test
    void leavesNoThreadAndNoOpenLinkBehind() throws Exception {
        connect();

        transport.close();
        transport.close();

        assertThat(client.closed).isDone();
        assertThat(server.closed).isDone();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("rpcidl-loop")
                        || thread.getName().startsWith("rpcidl-memory")));
    }
}
