package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;

/** What becomes of calls that this end makes, and what they leave behind. */
class CallingTest {

    private static final int END = FrameHeader.END;
    private static final String REPLY = "00000000 00000000 00 61";

    private RawPeer peer = RawPeer.againstClient().hello();

    private TestCall submit(TestCall call) {
        peer.connection.submit(call, peer.now);
        peer.read();
        return call;
    }

    private TestCall soon() {
        return TestCall.echo("x", peer.now + Pair.SECOND);
    }

    private void noTimerForACallIsLeft(long deadline) {
        assertThat(peer.connection.nextTimer()).isGreaterThan(deadline);
    }

    @Test
    void aCallIsSubmittedOnce() {
        TestCall call = submit(TestCall.echo("x"));
        assertThatIllegalStateException().isThrownBy(() -> submit(call));
        peer.connection.close("over", peer.now);
        assertThatIllegalStateException().isThrownBy(() -> submit(call));
        assertThat(peer.connection.counters().failed()).isEqualTo(1);
    }

    @Test
    void anAnsweredCallLeavesNoTimer() {
        TestCall call = submit(soon());
        assertThat(peer.connection.nextTimer()).isEqualTo(call.deadline);
        peer.frame(FrameType.REPLY, END, 1, REPLY);
        assertThat(call.ended).isEqualTo("reply");
        noTimerForACallIsLeft(call.deadline);
        assertThat(peer.connection.counters().failed()).isZero();
    }

    @Test
    void aCancelledCallLeavesNoTimer() {
        TestCall call = submit(soon());
        peer.connection.cancel(call, CancelReason.CANCELLED, peer.now);
        noTimerForACallIsLeft(call.deadline);
        assertThat(call.failure.text()).isEqualTo("it was cancelled");
        assertThat(call.failure.code()).isEqualTo(RpcCode.CANCELLED);
        assertThat(peer.connection.counters().failed()).isEqualTo(1);
    }

    @Test
    void aOnewayCallThatHasLeftLeavesNoTimer() {
        TestCall call = submit(new TestCall(TestCall.TELL, peer.now + Pair.SECOND, new byte[] {1}));
        assertThat(call.ended).isEqualTo("sent");
        noTimerForACallIsLeft(call.deadline);
    }

    @Test
    void aDeadlineSaysSo() {
        TestCall call = submit(soon());
        peer.advance(Pair.SECOND);
        assertThat(call.failure.text()).isEqualTo("its deadline has passed");
        assertThat(call.failure.code()).isEqualTo(RpcCode.DEADLINE);
    }

    @Test
    void metadataKeepsToItsLimit() {
        TestCall longest = TestCall.echo("x");
        longest.metadata(new byte[8_192]);
        submit(longest);
        assertThat(longest.ended).isNull();
        TestCall longer = TestCall.echo("x");
        longer.metadata(new byte[8_193]);
        submit(longer);
        assertThat(longer.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(longer.failure.code()).isEqualTo(RpcCode.TOO_LARGE);
        assertThat(peer.connection.counters().inFlight()).isEqualTo(1);
    }

    @Test
    void onlyAUnaryCallThatHasLeftWaitsForThePeersWord() {
        TestCall unary = submit(TestCall.echo("x"));
        peer.connection.requestCancel(unary, peer.now);
        peer.read();
        assertThat(unary.ended).isNull();
        assertThat(peer.frames).endsWith("CANCEL 1");

        TestCall stream = submit(TestCall.stream(TestCall.COUNT));
        peer.connection.requestCancel(stream, peer.now);
        assertThat(stream.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);

        TestCall waits = TestCall.echo("y");
        peer.connection.submit(waits, peer.now);
        peer.connection.requestCancel(waits, peer.now);
        assertThat(waits.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
    }

    @Test
    void noItemFollowsACancel() {
        peer = RawPeer.againstClient().hello(ConnectionLimits.DEFAULT.withStreamCredit(4 << 20));
        TestCall upload = submit(TestCall.stream(TestCall.UPLOAD));
        for (int i = 0; i < 100; i++) {
            upload.addItem(new byte[32_768]);
        }
        peer.connection.drainOutput((bytes, offset, length) -> peer.handed += length, peer.now);
        peer.connection.cancel(upload, CancelReason.CANCELLED, peer.now);
        peer.connection.taken(peer.handed, peer.now);
        peer.read();
        peer.read();
        assertThat(peer.frames).endsWith("CANCEL 1");
        assertThat(peer.connection.hasOutput()).isFalse();
    }

    /** A oneway call that is half out gets no answer, so nothing else would ever remove it. */
    @Test
    void aDrainForgetsAOnewayCallThatIsHalfOut() {
        TestCall first = submit(TestCall.echo("x"));
        TestCall tell = new TestCall(TestCall.TELL, CallNode.NO_DEADLINE, new byte[2_000_000]);
        peer.connection.submit(tell, peer.now);
        peer.connection.drainOutput((bytes, offset, length) -> peer.handed += length, peer.now);
        assertThat(peer.connection.counters().inFlight()).isEqualTo(2);
        byte[] drain = RawPeer.frameBytes(FrameType.DRAIN, 0, 0, "01000000 00 00000000 00");
        peer.connection.received(drain, 0, drain.length, peer.now);
        assertThat(tell.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(first.ended).isNull();
        assertThat(peer.connection.counters().inFlight()).isEqualTo(1);
    }

    @Test
    void aReplyThatFillsAFrameIsNotCut() {
        RawPeer caller = RawPeer.againstServer().hello(ConnectionLimits.MINIMUM).bind(0, "test.Echo");
        int head = 9;
        for (int id = 1; id <= 3; id += 2) {
            caller.call(id);
            IncomingCall call = caller.events.arrived.get(id / 2);
            assertThat(call.enter(caller.now)).isTrue();
            int length = 16_384 - head + id / 2;
            caller.connection.reply(call, new byte[length], 0, length, caller.now);
            caller.connection.handlerEnded(call, caller.now);
        }
        caller.read();
        assertThat(caller.lengths("REPLY 1")).containsExactly(16_384);
        assertThat(caller.lengths("ITEM 1")).isEmpty();
        assertThat(caller.lengths("REPLY 3")).containsExactly(16_384);
        assertThat(caller.lengths("ITEM 3")).containsExactly(1 + 4);
    }
}
