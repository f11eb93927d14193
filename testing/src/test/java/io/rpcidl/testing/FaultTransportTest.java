package io.rpcidl.testing;

import static io.rpcidl.testing.ProbeHandler.piece;
import static io.rpcidl.testing.RpcAssertions.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.RpcServer;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.netty.NettyTransport;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testing.probe.v1.Piece;
import testing.probe.v1.Probe;
import testing.probe.v1.ProbeClient;

/** Each fault at each point has the outcome that is documented, and the handler did what it says. */
@Timeout(60)
class FaultTransportTest {
    private static final CallOptions HASTY = CallOptions.DEFAULT.withDeadline(Duration.ofMillis(100));

    private final ProbeHandler handler = new ProbeHandler();

    /** What a fault does to one attempt is looked at; that a safe one is followed by another is shown elsewhere. */
    @RegisterExtension
    final RpcExtension rpc =
            RpcExtension.serving(Probe.class, Probe::service, handler).client(RpcClientBuilder::withoutRetries);

    /** The two ways in which a connection ends. */
    enum End {
        FIN {
            @Override
            Fault at(FaultPoint point) {
                return point.cut();
            }
        },
        RST {
            @Override
            Fault at(FaultPoint point) {
                return point.reset();
            }
        };

        abstract Fault at(FaultPoint point);
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsCutBeforeTheWriteWasNotExecuted(End end, ProbeClient probe, FaultTransport faults) {
        Fault fault = end.at(faults.onRequest().beforeWrite());

        assertThatCall(() -> probe.echo(piece(1))).wasNotExecuted().withCode(RpcCode.UNAVAILABLE);

        assertThat(fault.hasStruck()).isTrue();
        assertThat(handler.executed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsCutAfterTheWriteMayHaveBeenExecutedAndWasNot(End end, ProbeClient probe, FaultTransport faults) {
        end.at(faults.onRequest().afterWrite());

        assertThatCall(() -> probe.echo(piece(1)))
                .mayHaveBeenExecuted()
                .withCode(RpcCode.UNAVAILABLE)
                .inPhase(Phase.AWAITING_REPLY);

        assertThat(handler.executed).isEmpty();
    }

    @Test
    void aLargeCallThatIsCutAfterTheWriteMayHaveBeenExecutedAndWasNot(ProbeClient probe, FaultTransport faults) {
        faults.onRequest().afterWrite().cut();
        Piece large = Piece.builder().number(1).text("x".repeat(1_000_000)).build();

        assertThatCall(() -> probe.echo(large)).mayHaveBeenExecuted();

        assertThat(handler.executed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsCutAfterDispatchMayHaveBeenExecutedAndIs(End end, ProbeClient probe, FaultTransport faults)
            throws Exception {
        Fault fault = end.at(faults.onRequest().afterDispatch());

        assertThatCall(() -> probe.echo(piece(1))).mayHaveBeenExecuted().withCode(RpcCode.UNAVAILABLE);

        fault.awaitStruck();
        rpc.fixture().close(); // waits for the handler
        assertThat(handler.executed).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsCutAfterExecutionMayHaveBeenExecutedAndWas(End end, ProbeClient probe, FaultTransport faults) {
        end.at(faults.onRequest().afterExecution());

        assertThatCall(() -> probe.echo(piece(1))).mayHaveBeenExecuted();

        assertThat(handler.executed).containsExactly(1L);
        assertThatCall(() -> probe.echo(piece(2))).as("on a new connection").succeeded();
    }

    @Test
    void theRequestThatIsMeantIsCounted(ProbeClient probe, FaultTransport faults) throws Exception {
        faults.onRequest(3).beforeWrite().cut();

        assertThat(probe.echo(piece(1))).isEqualTo(piece(1));
        assertThat(probe.echo(piece(2))).isEqualTo(piece(2));
        assertThatCall(() -> probe.echo(piece(3))).wasNotExecuted();
        assertThat(probe.echo(piece(4))).isEqualTo(piece(4));
    }

    @Test
    void nothingArrivesOnASilentLine(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault silence = faults.onRequest().afterWrite().drop();
        CompletableFuture<Piece> call = probe.async().echo(piece(1)).toCompletableFuture();
        silence.awaitStruck();

        rpc.fixture().client().close();

        assertThatCall(call).mayHaveBeenExecuted();
        rpc.fixture().close();
        assertThat(handler.executed).isEmpty();
    }

    @Test
    void anAnswerThatIsLostLeavesTheCallerAlone(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault silence = faults.onRequest().afterExecution().drop();
        CompletableFuture<Piece> call = probe.async().echo(piece(1)).toCompletableFuture();
        silence.awaitStruck();

        rpc.fixture().client().close();

        assertThatCall(call).mayHaveBeenExecuted();
        assertThat(handler.executed).containsExactly(1L);
    }

    @Test
    void aCallOnAStalledLineWasNotExecuted(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest(2).beforeWrite().stall();
        probe.echo(piece(1));
        CompletableFuture<Piece> first = probe.async().echo(piece(2)).toCompletableFuture();
        stall.awaitStruck();

        assertThatCall(() -> probe.with(HASTY).echo(piece(3))).wasNotExecuted().withCode(RpcCode.DEADLINE);

        stall.release();
        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(piece(2));
        assertThat(handler.executed).containsExactly(1L, 2L);
    }

    @Test
    void aStallAfterTheWriteHoldsWhatIsUnderWay(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().afterWrite().stall();
        CompletableFuture<Piece> call = probe.async().echo(piece(1)).toCompletableFuture();
        stall.awaitStruck();
        assertThat(handler.executed).isEmpty();

        stall.release();

        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(piece(1));
    }

    @Test
    void aStalledAnswerComesWhenItIsReleased(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().afterExecution().stall();
        CompletableFuture<Piece> call = probe.async().echo(piece(1)).toCompletableFuture();
        stall.awaitStruck();
        assertThat(call).isNotDone();

        stall.release();

        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(piece(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_WRITE", "AFTER_WRITE", "AFTER_DISPATCH", "AFTER_EXECUTION"})
    void aDelayLosesNothing(Order.Place place, ProbeClient probe, FaultTransport faults) throws Exception {
        Fault fault = new FaultPoint(faults.orders(), place, 1).delay(Duration.ofMillis(1));

        assertThat(probe.echo(piece(1))).isEqualTo(piece(1));

        assertThat(fault.hasStruck()).isTrue();
        assertThat(probe.echo(piece(2))).isEqualTo(piece(2));
    }

    @Test
    void aRequestThatComesTwiceIsExecutedOnce(ProbeClient probe, FaultTransport faults) {
        faults.onRequest().beforeWrite().duplicate();

        assertThatCall(() -> probe.echo(piece(1))).withCode(RpcCode.PROTOCOL_ERROR);

        rpc.fixture().close();
        assertThat(handler.executed.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void aBrokenAnswerNeverReachesTheCaller(ProbeClient probe, FaultTransport faults) {
        faults.onRequest().afterExecution().corrupt();

        assertThatCall(() -> probe.echo(piece(1))).mayHaveBeenExecuted().withCode(RpcCode.PROTOCOL_ERROR);

        assertThat(handler.executed).containsExactly(1L);
    }

    @Test
    void aBrokenRequestIsNotExecuted(ProbeClient probe, FaultTransport faults) {
        faults.onRequest().beforeWrite().corrupt();

        assertThatCall(() -> probe.echo(piece(1))).wasNotExecuted();

        assertThat(handler.executed).isEmpty();
    }

    @Test
    void aServerThatDrainsBeforeTheRequestArrivesHasNotExecutedIt(ProbeClient probe, FaultTransport faults)
            throws Exception {
        faults.onRequest(2).afterWrite().drain();
        probe.echo(piece(1));

        assertThatCall(() -> probe.echo(piece(2)))
                .wasNotExecuted()
                .withCode(RpcCode.DRAINING)
                .isTransient();

        assertThat(probe.echo(piece(3))).as("on a new connection").isEqualTo(piece(3));
        assertThat(handler.executed).containsExactly(1L, 3L);
    }

    @Test
    void aServerThatDrainsAfterTheDispatchStillAnswers(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault drain = faults.onRequest().afterDispatch().drain();

        assertThat(probe.echo(piece(1))).isEqualTo(piece(1));

        assertThat(drain.hasStruck()).isTrue();
        assertThat(probe.echo(piece(2))).as("on a new connection").isEqualTo(piece(2));
    }

    @Test
    void strikesBeforeTheFirstOctet(ProbeClient probe, FaultTransport faults) {
        faults.toServer().afterBytes(0).cut();
        assertThatCall(() -> probe.echo(piece(1))).wasNotExecuted();
    }

    @Test
    void strikesBehindTheHandshakeOfTheClient(ProbeClient probe, FaultTransport faults) {
        faults.toServer().afterFrames(1).cut();
        assertThatCall(() -> probe.echo(piece(1))).wasNotExecuted();
    }

    @Test
    void strikesWithinTheHandshakeOfTheServer(ProbeClient probe, FaultTransport faults) {
        faults.toClient().afterBytes(3).cut();
        assertThatCall(() -> probe.echo(piece(1))).wasNotExecuted().inPhase(Phase.CONNECTING);
    }

    @Test
    void strikesBeforeTheAnswer(ProbeClient probe, FaultTransport faults) {
        faults.toClient().afterFrames(2).reset();
        assertThatCall(() -> probe.echo(piece(1))).mayHaveBeenExecuted();
    }

    @Test
    void aStreamThatIsCutTellsHowFarItCame(ProbeClient probe, FaultTransport faults) {
        faults.onRequest().afterExecution().cut();

        assertThatCall(() -> {
                    try (var stream = probe.count(piece(7))) {
                        while (stream.next() != null) {}
                    }
                })
                .mayHaveBeenExecuted()
                .inPhase(Phase.STREAMING)
                .afterItems(3);
    }

    @Test
    void strikesOverTcpToo() throws Exception {
        try (FaultTransport tcp = FaultTransport.over(NettyTransport.withLoops(1, RpcClock.system()));
                RpcServer server = RpcServer.builder()
                        .plaintext()
                        .listen("127.0.0.1", 0)
                        .add(Probe.service(tcp.watch(Probe.class, handler)))
                        .start();
                RpcClient client = RpcClient.builder()
                        .plaintext()
                        .withoutRetries()
                        .waitForReady()
                        .transport(tcp)
                        .target("127.0.0.1:" + server.port())
                        .build()) {
            ProbeClient probe = new ProbeClient(client);
            tcp.onRequest(2).afterDispatch().reset();
            tcp.onRequest(3).afterWrite().cut();
            tcp.onRequest(4).afterExecution().delay(Duration.ofMillis(1));
            Fault stall = tcp.onRequest(5).beforeWrite().stall();

            assertThatCall(() -> probe.echo(piece(1))).succeeded();
            assertThatCall(() -> probe.echo(piece(2))).mayHaveBeenExecuted();
            assertThatCall(() -> probe.echo(piece(3))).mayHaveBeenExecuted();
            assertThatCall(() -> probe.echo(piece(4))).succeeded();
            CompletableFuture<Piece> last = probe.async().echo(piece(5)).toCompletableFuture();
            stall.awaitStruck();
            stall.release();
            assertThatCall(last).succeeded();
        }
        assertThat(handler.executed).containsExactlyInAnyOrder(1L, 2L, 4L, 5L);
    }

    @Test
    void saysWhatCanNotBeOrdered(FaultTransport faults) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.onRequest(0))
                .withMessageContaining("request 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.toServer().afterBytes(-1))
                .withMessageContaining("-1 octets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.onRequest().beforeWrite().delay(Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.watch(ProbeHandler.class, handler))
                .withMessageContaining("interface");
    }
}
