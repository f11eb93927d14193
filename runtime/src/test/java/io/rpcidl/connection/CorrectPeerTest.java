package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;

/** What a correct peer does in the races that the wire allows must not end its connection, and what it says must agree. */
class CorrectPeerTest {

    private static final int PIECE = 16_384;
    private static final String FOUR_MEBIBYTES = "00 00 00 00  00  00  01  00 00 40 00";

    private static RawPeer ready(ConnectionLimits limits) {
        return RawPeer.againstServer(ConnectionSettings.offering(Pair.ECHO).withLimits(limits))
                .hello()
                .bind(0, "test.Echo");
    }

    @Test
    void maySendTheRestOfRequestsThatWereRefused() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT.withCallsInFlight(16));
        for (int id = 1; id < 32; id += 2) {
            peer.call(id);
        }
        byte[] piece = new byte[PIECE];
        for (int id = 33; id < 49; id += 2) {
            peer.frame(FrameType.CALL, FrameHeader.MORE, id, FOUR_MEBIBYTES);
            for (int i = 1; i <= 256; i++) {
                peer.bytes(item(id, i == 256 ? FrameHeader.END : FrameHeader.MORE, piece));
            }
        }
        assertThat(peer.frames).filteredOn(frame -> frame.startsWith("ERROR")).hasSize(8);
        assertThat(peer.events.closed).isNull();
    }

    private static byte[] item(int id, int flags, byte[] piece) {
        byte[] frame = new byte[FrameHeader.BYTES + piece.length];
        byte[] head = RawPeer.frameBytes(FrameType.ITEM, flags, id, "");
        System.arraycopy(head, 0, frame, 0, head.length);
        frame[0] = (byte) piece.length;
        frame[1] = (byte) (piece.length >> 8);
        System.arraycopy(piece, 0, frame, FrameHeader.BYTES, piece.length);
        return frame;
    }

    @Test
    void maySendTheRestOfARequestWhoseTimeWasOver() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        peer.frame(FrameType.CALL, FrameHeader.MORE, 1, "01 00 00 00  00  00  01  d0 07 00 00  aa");
        peer.advance(Pair.SECOND);
        assertThat(peer.frames).endsWith("ERROR 1");
        for (int i = 1; i < 2_000; i++) {
            peer.frame(FrameType.ITEM, i == 1_999 ? FrameHeader.END : FrameHeader.MORE, 1, "bb");
        }
        assertThat(peer.events.closed).isNull();
    }

    @Test
    void mayNotSendMoreThanTheRest() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        peer.frame(FrameType.CALL, FrameHeader.MORE, 1, "00 00 00 00  00  00  01  0a 00 00 00");
        peer.frame(FrameType.CANCEL, 0, 1, "00");
        for (int i = 0; i < 1_011; i++) {
            peer.frame(FrameType.ITEM, FrameHeader.MORE, 1, "bb");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, FrameHeader.MORE, 1, "bb");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void sendsALargestMessageWhileCreditIsHeldBack() {
        ConnectionLimits tight =
                ConnectionLimits.DEFAULT.withLargestMessage((1 << 20) - 200).withRequestBytes(1 << 20);
        Pair pair = new Pair(
                ConnectionSettings.calling(),
                ConnectionSettings.offering(Pair.ECHO).withLimits(tight));
        for (int small = 0; small < 5; small++) {
            pair.client.submit(TestCall.echo("abc"));
            pair.pump();
        }
        TestCall largest = pair.client.submit(TestCall.echo((1 << 20) - 200));
        pair.pump();
        assertThat(largest.ended).isEqualTo("reply");
    }

    @Test
    void learnsThatAnEndWithoutCallsOffersNothing() {
        ConnectionSettings none =
                ConnectionSettings.offering(Pair.ECHO).withLimits(ConnectionLimits.DEFAULT.withCallsInFlight(0));
        Pair pair = new Pair(ConnectionSettings.calling(), none);
        TestCall early = pair.client.submit(TestCall.echo("before its HELLO"));
        pair.pump();
        assertThat(early.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(early.failure.code()).isEqualTo(RpcCode.UNKNOWN_METHOD);
        assertThat(early.failure.transientFailure()).isFalse();
    }

    @Test
    void keepsNothingOfAOnewayCallThatWasGivenUpHalfSent() {
        Pair pair = new Pair();
        pair.pump();
        byte[] large = new byte[4 << 20];
        TestCall tell = new TestCall(TestCall.tell("").target, OutgoingCall.NO_DEADLINE, large);
        pair.client.submit(tell);
        pair.client.drain();
        pair.client.connection.cancel(tell, CancelReason.CANCELLED, pair.now);
        pair.pump();
        assertThat(tell.target.kind()).isEqualTo(CallKind.ONEWAY);
        assertThat(tell.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(pair.client.connection.counters().inFlight()).isZero();
        assertThat(pair.server.connection.counters().incoming()).isZero();
        assertThat(pair.server.events.arrived).isEmpty();
    }

    @Test
    void mayNotAnswerACallThatItsDrainHasRefused() {
        RawPeer peer = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("late");
        peer.connection.submit(call, peer.now);
        peer.read();
        peer.frame(FrameType.DRAIN, 0, 0, "00 00 00 00  00  00 00 00 00  00");
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        peer.frame(FrameType.REPLY, FrameHeader.END, 1, "00 00 00 00  00 00 00 00  00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-8.2");
    }

    @Test
    void mayRefuseACallOnceMoreAfterItsDrain() {
        RawPeer peer = RawPeer.againstClient().hello();
        peer.connection.submit(TestCall.echo("late"), peer.now);
        peer.read();
        peer.frame(FrameType.DRAIN, 0, 0, "00 00 00 00  00  00 00 00 00  00");
        peer.frame(FrameType.ERROR, FrameHeader.END, 1, "00 00 00 00  00 00 00 00  04  06  00");
        assertThat(peer.events.closed).isEqualTo("drained");
    }

    @Test
    void mayNotDeclareErrorZero() {
        RawPeer peer = RawPeer.againstClient().hello();
        peer.connection.submit(TestCall.echo("call"), peer.now);
        peer.read();
        peer.frame(FrameType.ERROR, FrameHeader.END, 1, "00 00 00 00  00 00 00 00  0a  00  00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-6.9");
    }

    @Test
    void mayEndTheConnectionInPlaceOfItsHello() {
        RawPeer peer = RawPeer.againstClient();
        peer.frame(FrameType.DRAIN, 0, 0, "00 00 00 00  01  00 00 00 00  00");
        assertThat(peer.events.closed).contains("VERSION_REFUSED");
        assertThat(peer.drain).isNull();
    }
}
