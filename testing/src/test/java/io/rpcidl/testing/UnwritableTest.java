package io.rpcidl.testing;

import static io.rpcidl.testing.ProbeHandler.piece;
import static io.rpcidl.testing.RpcAssertions.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.CallOptions;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import testing.probe.v1.Piece;
import testing.probe.v1.Probe;
import testing.probe.v1.ProbeClient;

/**
 * Calls are given up in each way while their connection takes nothing: those that it has not been given were not executed and
 * never are, also when it moves again; what it was given counts as taken.
 */
@Timeout(60)
class UnwritableTest {
    private static final CallOptions HASTY = CallOptions.DEFAULT.withDeadline(Duration.ofMillis(50));
    private static final CallOptions PATIENT = CallOptions.DEFAULT.withoutDeadline();

    private final ProbeHandler handler = new ProbeHandler();

    @RegisterExtension
    final RpcExtension rpc = RpcExtension.serving(Probe.class, Probe::service, handler)
            .grace(Duration.ofSeconds(2)); // so long does a server wait for a connection that can't say farewell

    /** The call in the transport's hands, behind which nothing more is taken. */
    private CompletableFuture<Piece> stalled(ProbeClient probe, CallOptions options, Fault stall) throws Exception {
        CompletableFuture<Piece> first =
                probe.with(options).async().echo(piece(1)).toCompletableFuture();
        stall.awaitStruck();
        return first;
    }

    private void assertNothingElseIsExecuted(ProbeClient probe, Fault stall, CompletableFuture<Piece> first)
            throws Exception {
        stall.release();
        assertThatCall(first).succeeded();
        assertThat(probe.echo(piece(99))).isEqualTo(piece(99));
        assertThat(handler.executed).containsExactly(1L, 99L);
    }

    @Test
    void deadlinesPass(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().beforeWrite().stall();
        CompletableFuture<Piece> first = stalled(probe, PATIENT, stall);

        assertThatCall(() -> probe.with(HASTY).echo(piece(2))).wasNotExecuted().withCode(RpcCode.DEADLINE);
        assertThatCall(() -> probe.with(HASTY).sum(3, new PulledPieces(5)))
                .wasNotExecuted()
                .withCode(RpcCode.DEADLINE);
        assertThatCall(() -> probe.with(HASTY).count(piece(4)).next())
                .wasNotExecuted()
                .withCode(RpcCode.DEADLINE);

        assertNothingElseIsExecuted(probe, stall, first);
    }

    @Test
    void callsAreCancelled(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().beforeWrite().stall();
        CompletableFuture<Piece> first = stalled(probe, PATIENT, stall);
        CompletableFuture<Piece> second = probe.async().echo(piece(2)).toCompletableFuture();

        second.cancel(false);

        assertThatCall(second).wasNotExecuted().withCode(RpcCode.CANCELLED);
        assertNothingElseIsExecuted(probe, stall, first);
    }

    @Test
    void theThreadIsInterrupted(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().beforeWrite().stall();
        CompletableFuture<Piece> first = stalled(probe, PATIENT, stall);

        Interrupted second = Interrupted.calling(() -> probe.with(PATIENT).echo(piece(2)));

        second.end().wasNotExecuted().withCode(RpcCode.CANCELLED);
        assertThat(second.flag()).as("the interrupt flag stays set").isTrue();
        assertNothingElseIsExecuted(probe, stall, first);
    }

    @Test
    void theThreadIsInterruptedWhoseCallTheTransportHas(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().beforeWrite().stall();
        Interrupted call = new Interrupted(() -> probe.with(PATIENT).echo(piece(1)));
        stall.awaitStruck();

        call.interrupt();

        call.end().mayHaveBeenExecuted().withCode(RpcCode.CANCELLED);
        assertThat(call.flag()).as("the interrupt flag stays set").isTrue();
        stall.release();
        assertThatCall(() -> probe.echo(piece(99))).succeeded();
    }

    @Test
    void theClientIsClosed(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().beforeWrite().stall();
        CompletableFuture<Piece> first = stalled(probe, PATIENT, stall);
        CompletableFuture<Piece> second =
                probe.with(PATIENT).async().echo(piece(2)).toCompletableFuture();

        rpc.fixture().client().close();

        assertThatCall(first).mayHaveBeenExecuted();
        assertThatCall(second).wasNotExecuted();
        stall.release();
        rpc.fixture().close();
        assertThat(handler.executed).doesNotContain(2L);
    }

    @Test
    void theConnectionIsLostThen(ProbeClient probe, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().beforeWrite().stall();
        CompletableFuture<Piece> first = stalled(probe, PATIENT, stall);
        CompletableFuture<Piece> second =
                probe.with(PATIENT).async().echo(piece(2)).toCompletableFuture();

        rpc.fixture().server().close();

        assertThatCall(first).wasNotExecuted();
        assertThatCall(second).wasNotExecuted();
        stall.release();
        assertThat(handler.executed).isEmpty();
    }

    /** A call on a thread that is interrupted while it waits. */
    private static final class Interrupted {
        private final CompletableFuture<CallAssert> end = new CompletableFuture<>();
        private final AtomicBoolean flag = new AtomicBoolean();
        private final Thread thread;

        Interrupted(ThrowingCallable call) {
            thread = new Thread(() -> {
                CallAssert how = assertThatCall(call);
                flag.set(Thread.currentThread().isInterrupted());
                end.complete(how);
            });
            thread.start();
        }

        static Interrupted calling(ThrowingCallable call) {
            Interrupted caller = new Interrupted(call);
            caller.interrupt();
            return caller;
        }

        void interrupt() {
            thread.interrupt();
        }

        CallAssert end() {
            return end.orTimeout(30, TimeUnit.SECONDS).join();
        }

        boolean flag() {
            return flag.get();
        }
    }
}
