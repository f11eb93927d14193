package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.RpcCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls of the peer end: once, behind their items, and with what is left of them afterwards. */
class AnsweringTest {

    private static final int END = FrameHeader.END;
    private static final ErrorReply INTERNAL = ErrorReply.lasting(RpcCode.INTERNAL, "it failed");
    private static final String IN_TEN_MILLIS = "10270000";
    private static final String NEVER = "00000000";

    private RawPeer peer = against(ConnectionLimits.MINIMUM);

    private static RawPeer against(ConnectionLimits announced) {
        return RawPeer.againstServer(ConnectionSettings.offering(Pair.ECHO).withLimits(announced))
                .hello(ConnectionLimits.MINIMUM)
                .bind(0, "test.Echo");
    }

    private IncomingCall arrive(int id, String deadline, String flags) {
        peer.frame(FrameType.CALL, END, id, deadline + flags + "00 01 61");
        return peer.events.arrived.get(peer.events.arrived.size() - 1);
    }

    private IncomingCall enter(int id, String deadline, String flags) {
        IncomingCall call = arrive(id, deadline, flags);
        assertThat(call.enter(peer.now)).isTrue();
        return call;
    }

    private void reply(IncomingCall call) {
        peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
        peer.read();
    }

    private void ended(IncomingCall call) {
        peer.connection.handlerEnded(call, peer.now);
        peer.read();
    }

    @Test
    void aDeadlineBehindTheAnswerChangesNothing() {
        IncomingCall call = enter(1, IN_TEN_MILLIS, "00");
        assertThat(peer.connection.nextTimer()).isEqualTo(call.deadline());
        reply(call);
        assertThat(peer.connection.nextTimer()).isGreaterThan(call.deadline());
        peer.advance(11 * Pair.MILLI);
        assertThat(peer.events.cancelled).isEmpty();
        assertThat(peer.frames).endsWith("REPLY 1");
        ended(call);
        assertThat(call.bodyLength()).isZero();
    }

    @Test
    void anAnswerNeedsAHandler() {
        IncomingCall call = arrive(1, NEVER, "00");
        assertThatIllegalStateException().isThrownBy(() -> reply(call)).withMessageContaining("never entered");
        assertThatIllegalStateException()
                .isThrownBy(() -> peer.connection.declaredError(call, 1, new byte[1], 0, 1, peer.now))
                .withMessageContaining("never entered");
    }

    @Test
    void aHandlerEndsOnce() {
        IncomingCall call = enter(1, NEVER, "00");
        ended(call);
        assertThatIllegalStateException().isThrownBy(() -> ended(call)).withMessageContaining("has ended before");
    }

    @Test
    void aDeclaredErrorKeepsToTheCallersLimit() {
        IncomingCall largest = enter(1, NEVER, "00");
        peer.connection.declaredError(largest, 2, new byte[65_536], 0, 65_536, peer.now);
        peer.read();
        assertThat(peer.lengths("ERROR 1")).hasSize(1);
        assertThat(peer.lengths("ITEM 1").stream().mapToInt(Integer::intValue).sum())
                .isBetween(49_152, 65_536);
        IncomingCall larger = enter(3, NEVER, "00");
        peer.connection.declaredError(larger, 2, new byte[65_537], 0, 65_537, peer.now);
        peer.read();
        assertThat(peer.lengths("ITEM 3")).isEmpty();
        assertThat(peer.lengths("ERROR 3")).hasSize(1).allMatch(length -> length < 100);
    }

    /** A stream of five items, of which four have credit. */
    private IncomingCall stalled() {
        IncomingCall call = enter(1, NEVER, "10");
        for (int i = 0; i < 5; i++) {
            peer.connection.sendItem(call, new byte[16_384 - 64], peer.now);
        }
        peer.read();
        return call;
    }

    @Test
    void aDeclaredErrorWaitsForItems() {
        IncomingCall call = stalled();
        peer.connection.declaredError(call, 2, new byte[] {9, 8, 7}, 1, 2, peer.now);
        peer.read();
        assertThat(peer.frames).endsWith("ITEM 1");
        peer.frame(FrameType.CREDIT, 0, 1, "00400000");
        assertThat(peer.frames).endsWith("ITEM 1", "ERROR 1");
        assertThat(peer.payloads.get(peer.payloads.size() - 1)).endsWith(2, 8, 7);
    }

    @Test
    void aFailureWaitsForItems() {
        IncomingCall call = stalled();
        peer.connection.fail(call, INTERNAL, peer.now);
        peer.read();
        assertThat(peer.frames).endsWith("ITEM 1");
        peer.frame(FrameType.CREDIT, 0, 1, "00400000");
        assertThat(peer.frames).endsWith("ITEM 1", "ERROR 1");
    }

    @Test
    void noItemFollowsTheAnswer() {
        peer = RawPeer.againstServer()
                .hello(ConnectionLimits.MINIMUM.withStreamCredit(4 << 20))
                .bind(0, "test.Echo");
        IncomingCall call = enter(1, IN_TEN_MILLIS, "10");
        for (int i = 0; i < 100; i++) {
            peer.connection.sendItem(call, new byte[16_000], peer.now);
        }
        peer.now += 11 * Pair.MILLI;
        peer.connection.drainOutput((bytes, offset, length) -> peer.handed += length, peer.now);
        peer.connection.timer(peer.now);
        peer.connection.taken(peer.handed, peer.now);
        peer.read();
        peer.read();
        assertThat(peer.frames).endsWith("ERROR 1");
        assertThat(peer.lengths("ITEM 1")).isEmpty(); // what was sent before was not read by this peer
    }

    @Test
    void handlersThatOutliveMoreThanHalfOfTheSlotsEndTheConnection() {
        for (int i = 0; i < 8; i++) {
            enter(2 * i + 1, IN_TEN_MILLIS, "00");
        }
        peer.advance(11 * Pair.MILLI);
        assertThat(peer.events.cancelled).hasSize(8);
        assertThat(peer.connection.draining()).isFalse();
        ended(peer.events.arrived.get(0));
        enter(17, IN_TEN_MILLIS, "00");
        peer.advance(11 * Pair.MILLI);
        assertThat(peer.connection.draining()).isFalse();
        enter(19, IN_TEN_MILLIS, "00");
        peer.advance(11 * Pair.MILLI);
        assertThat(peer.connection.draining()).isTrue();
        assertThat(peer.frames).endsWith("DRAIN 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "oneway", "answered"})
    void whoHoldsNoSlotDoesNotOutliveIt(String how) {
        for (int i = 0; i < 9; i++) {
            IncomingCall call = how.equals("queued")
                    ? arrive(2 * i + 1, IN_TEN_MILLIS, "00")
                    : enter(2 * i + 1, IN_TEN_MILLIS, how.equals("oneway") ? "08" : "00");
            if (how.equals("answered")) {
                reply(call);
                ended(call);
            }
        }
        peer.advance(11 * Pair.MILLI);
        assertThat(peer.connection.draining()).isFalse();
    }

    @Test
    void nothingIsOnItsWayBehindTheEndOfAnUpload() {
        peer.frame(FrameType.CALL, 0, 1, NEVER + "20 00 01 61").frame(FrameType.ITEM, END, 1, "");
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
        reply(call);
        ended(call);
        for (int i = 0; i < 1_000; i++) {
            peer.frame(FrameType.ITEM, 0, 1, "");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, 0, 1, "");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void aLostConnectionLeavesNoCall() {
        IncomingCall queued = arrive(1, NEVER, "00");
        IncomingCall running = enter(3, NEVER, "00");
        IncomingCall oneway = enter(5, NEVER, "08");
        peer.connection.transportClosed("cut", peer.now);
        assertThat(peer.connection.counters().incoming()).isEqualTo(1); // the oneway call goes on
        assertThat(peer.events.cancelled).containsExactlyInAnyOrder(queued, running);
        assertThat(queued.enter(peer.now)).isFalse();
        for (IncomingCall call : List.of(queued, running, oneway)) {
            peer.connection.handlerEnded(call, peer.now);
        }
        assertThat(peer.connection.counters().incoming()).isZero();
        assertThat(peer.connection.counters().slots()).isZero();
        assertThat(peer.connection.counters().requestBytes()).isZero();
    }

    @Test
    void aLostConnectionTellsNoHandlerThatHasEnded() {
        IncomingCall call = enter(1, NEVER, "00");
        peer.connection.handlerEnded(call, peer.now); // it has not answered
        peer.connection.transportClosed("cut", peer.now);
        assertThat(peer.events.cancelled).isEmpty();
        assertThat(peer.connection.counters().slots()).isZero();
        assertThat(call.kind()).isEqualTo(CallKind.UNARY);
    }
}
