package io.rpcidl.testing;

import static io.rpcidl.testing.ProbeHandler.piece;
import static io.rpcidl.testing.RpcAssertions.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.RpcStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import testing.probe.v1.Piece;
import testing.probe.v1.Probe;
import testing.probe.v1.ProbeClient;

/** The check finds each thing that a test can leave behind, and nothing where nothing is. */
@Timeout(60)
class LeakCheckTest {
    private static RpcFixture start(Probe handler) {
        return start(handler, Duration.ofMillis(50));
    }

    private static RpcFixture start(Probe handler, Duration grace) {
        return RpcFixture.builder()
                .serve(Probe.class, Probe::service, handler)
                .grace(grace)
                .start();
    }

    private static void assertLeaves(RpcFixture fixture, String... words) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(fixture::close)
                .satisfies(error -> assertThat(error.getMessage()).contains(words));
    }

    @Test
    void findsNothingAfterCallsThatHaveEnded() throws Exception {
        RpcFixture fixture = start(new ProbeHandler(), Duration.ofSeconds(30));
        new ProbeClient(fixture.client()).echo(piece(1));
        new ProbeClient(fixture.client()).note(piece(2));

        fixture.close();
        fixture.close();
    }

    @Test
    void findsACallInFlightAndItsHandler() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        RpcFixture fixture = start(new ProbeHandler() {
            @Override
            public Piece work(Piece piece) {
                entered.countDown();
                while (over.getCount() > 0) { // it is deaf to its interrupt
                    try {
                        over.await();
                    } catch (InterruptedException givenUp) {
                        continue;
                    }
                }
                return piece;
            }
        });
        CompletableFuture<Piece> call =
                new ProbeClient(fixture.client()).async().work(piece(1)).toCompletableFuture();
        entered.await();

        assertLeaves(
                fixture,
                "call 1 of method 5 of testing.probe.v1.Probe is in flight",
                "the handler of work still runs on the thread rpcidl-test-handler-1",
                CountDownLatch.class.getName() + ".await");

        over.countDown();
        assertThatCall(call).mayHaveBeenExecuted();
    }

    @Test
    void findsAStreamThatNobodyClosed() throws Exception {
        RpcFixture fixture = start(new ProbeHandler() {
            @Override
            public RpcStream<Piece> count(Piece first) {
                return new RpcStream<>() {
                    @Override
                    public Piece next() {
                        return first;
                    }

                    @Override
                    public void close() {}
                };
            }
        });
        new ProbeClient(fixture.client()).count(piece(1)).next();

        assertLeaves(fixture, "call 1 of method 6 of testing.probe.v1.Probe is in flight", "close its stream");
    }

    @Test
    void findsAFaultThatNeverStruck() {
        RpcFixture fixture = start(new ProbeHandler());
        fixture.faults().onRequest(2).afterDispatch().cut();
        fixture.faults().onRequest().beforeWrite().stall().withdraw();

        assertLeaves(fixture, "the fault 'cut after the dispatch of request 2' was ordered and has not struck");
    }

    @Test
    void findsOctetsThatAStallHolds() throws Exception {
        RpcFixture fixture = start(new ProbeHandler());
        Fault stall = fixture.faults().onRequest().beforeWrite().stall();
        CompletableFuture<Piece> call =
                new ProbeClient(fixture.client()).async().echo(piece(1)).toCompletableFuture();
        stall.awaitStruck();

        assertLeaves(fixture, "octets are held by a stall: release it");

        assertThatCall(call).mayHaveBeenExecuted(); // what was handed over counts as taken
    }

    @Test
    void findsAThreadThatLives() throws Exception {
        RpcFixture fixture = start(new ProbeHandler());
        CountDownLatch over = new CountDownLatch(1);
        Thread thread = new Thread(() -> awaitQuietly(over), "rpcidl-planted");
        thread.setDaemon(true);
        thread.start();

        assertLeaves(fixture, "the thread rpcidl-planted is alive");

        over.countDown();
        thread.join();
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
