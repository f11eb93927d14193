package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import org.junit.jupiter.api.Test;

/** Credit at the end that sends items, octet by octet (W-6.15, W-7.12 to W-7.14). */
class StreamSenderTest {

    private static final int CREDIT = 65_536;
    /** An item that costs a quarter of it. */
    private static final int QUARTER = CREDIT / 4 - 64;

    private static final String RESULT_STREAM = "00000000 10 00 01 00";
    private static final String REQUEST_STREAM = "00000000 20 00 01 00";

    private RawPeer peer;
    private IncomingCall call;

    /** A server whose handler of the call 1 streams to a peer with these limits. */
    private void stream(ConnectionLimits limits) {
        peer = RawPeer.againstServer().hello(limits).bind(0, "test.Echo");
        peer.frame(FrameType.CALL, FrameHeader.END, 1, RESULT_STREAM);
        call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
    }

    private void send(int... lengths) {
        for (int length : lengths) {
            peer.connection.sendItem(call, new byte[length], peer.now);
        }
        peer.read();
    }

    private void credit(int octets) {
        peer.frame(FrameType.CREDIT, 0, 1, "%08x".formatted(Integer.reverseBytes(octets)));
    }

    @Test
    void anItemThatFillsAFrameIsNotCut() {
        stream(ConnectionLimits.MINIMUM);
        send(16_384, 16_385);
        assertThat(peer.lengths("ITEM 1")).containsExactly(16_384, 16_384, 5);
        assertThat(peer.payloads.get(peer.payloads.size() - 2)).startsWith(0x01, 0x40, 0, 0); // the total
        assertThat(peer.events.itemsOf.get(call).written).isEqualTo(16_384 + 16_385 + 2 * 64);
    }

    @Test
    void creditIsSpentToTheLastOctet() {
        stream(ConnectionLimits.MINIMUM);
        send(QUARTER, QUARTER, QUARTER, QUARTER, 1);
        assertThat(peer.lengths("ITEM 1")).hasSize(4);
        credit(64);
        assertThat(peer.lengths("ITEM 1")).hasSize(4);
        credit(1);
        assertThat(peer.lengths("ITEM 1")).hasSize(5).endsWith(1);
        assertThat(peer.events.itemsOf.get(call).written).isEqualTo(CREDIT + 65);
    }

    @Test
    void aLargeItemBeginsWithHalfOfTheCredit() {
        stream(ConnectionLimits.MINIMUM);
        send(QUARTER, QUARTER, 40_000);
        assertThat(peer.lengths("ITEM 1")).containsExactly(QUARTER, QUARTER, 16_384, CREDIT / 2 - 64 - 16_380);
        credit(1);
        assertThat(peer.lengths("ITEM 1")).hasSize(5).endsWith(1);
        credit(40_000);
        assertThat(peer.lengths("ITEM 1").stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(2 * QUARTER + 4 + 40_000);
    }

    @Test
    void aLargeItemDoesNotBeginWithLess() {
        stream(ConnectionLimits.MINIMUM);
        send(QUARTER, QUARTER + 1, 40_000);
        assertThat(peer.lengths("ITEM 1")).hasSize(2);
        credit(1);
        assertThat(peer.lengths("ITEM 1").size()).isGreaterThan(2);
    }

    @Test
    void anItemIsCutWhenItsCreditIsShort() {
        stream(ConnectionLimits.DEFAULT);
        send(CREDIT / 2 - 64, CREDIT / 2 - 64);
        assertThat(peer.lengths("ITEM 1")).containsExactly(CREDIT / 2 - 64, CREDIT / 2 - 64);

        stream(ConnectionLimits.DEFAULT);
        send(CREDIT / 2 - 64, CREDIT / 2 - 63);
        assertThat(peer.lengths("ITEM 1")).containsExactly(CREDIT / 2 - 64, 4 + CREDIT / 2 - 64);
        credit(1);
        assertThat(peer.lengths("ITEM 1")).endsWith(1);
    }

    @Test
    void aLargeItemIsSentInOneTurnWhereItFits() {
        stream(ConnectionLimits.MINIMUM.withStreamCredit(1 << 20));
        send(200_000);
        assertThat(peer.lengths("ITEM 1").stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(200_004);
        assertThat(peer.lengths("ITEM 1")).hasSize(13);
    }

    @Test
    void creditForWhatHasLeftMayComeLate() {
        stream(ConnectionLimits.MINIMUM);
        send(10, 10, 10);
        credit(74); // so three more CREDITs may be on their way
        peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        peer.read();
        assertThat(peer.frames).endsWith("REPLY 1");
        for (int i = 0; i < 3 + 1_000; i++) {
            credit(74);
        }
        assertThat(peer.events.closed).isNull();
        credit(74);
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void aCancelEndsAnAnswerThatWaitsForItsItems() {
        stream(ConnectionLimits.MINIMUM);
        send(QUARTER, QUARTER, QUARTER, QUARTER, QUARTER);
        peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
        peer.read();
        assertThat(peer.frames).endsWith("ITEM 1");
        peer.frame(FrameType.CANCEL, 0, 1, "00");
        assertThat(peer.frames).endsWith("ERROR 1");
        assertThat(peer.lengths("ITEM 1")).hasSize(4);
        assertThat(peer.connection.counters().incoming()).isZero();
    }

    @Test
    void aCancelOfAStreamThatHasNotBegunIsCounted() {
        peer = RawPeer.againstServer().hello().bind(0, "test.Echo");
        int id = 1;
        for (; id <= 400; id += 4) {
            peer.frame(FrameType.CALL, FrameHeader.END, id, RESULT_STREAM).frame(FrameType.CANCEL, 0, id, "00");
            peer.frame(FrameType.CALL, 0, id + 2, REQUEST_STREAM).frame(FrameType.CANCEL, 0, id + 2, "00");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.CALL, FrameHeader.END, id, RESULT_STREAM).frame(FrameType.CANCEL, 0, id, "00");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void theEndOfAnUploadMayComeBehindItsItems() {
        peer = RawPeer.againstClient().hello();
        TestCall upload = TestCall.stream(TestCall.UPLOAD);
        peer.connection.submit(upload, peer.now);
        upload.addItem(new byte[] {7});
        peer.read();
        assertThat(peer.lengths("ITEM 1")).containsExactly(1);
        assertThat(peer.connection.hasOutput()).isFalse();
        upload.endItems();
        assertThat(peer.connection.hasOutput()).isTrue();
        peer.read();
        assertThat(peer.lengths("ITEM 1")).containsExactly(1, 0);
        assertThat(peer.connection.hasOutput()).isFalse();
    }

    /** What a stream has given to the socket, and stands in its queue, when its caller loses interest. */
    @Test
    void aCancelledStreamLeavesItsTurns() {
        Pair pair = new Pair(
                ConnectionSettings.offering(Pair.ECHO).withLimits(ConnectionLimits.DEFAULT.withStreamCredit(4 << 20)),
                ConnectionSettings.offering(Pair.ECHO));
        pair.server.events.handler = arrived -> {
            assertThat(arrived.enter(pair.now)).isTrue();
            for (int i = 0; i < 100; i++) {
                pair.server.connection.sendItem(arrived, new byte[32_768], pair.now);
            }
        };
        pair.pump();
        pair.server.socketTakes = pair.server.handed;
        TestCall stream = pair.client.submit(TestCall.stream(TestCall.COUNT));
        pair.client.drain();
        pair.client.deliver();
        pair.server.drain();
        assertThat(pair.server.handed - pair.server.socketTakes).isBetween(256L << 10, 512L << 10);

        pair.client.connection.cancel(stream, CancelReason.CANCELLED, pair.now);
        pair.client.drain();
        pair.client.deliver();
        pair.server.socketTakes = Long.MAX_VALUE;
        pair.server.resend();

        assertThat(pair.server.drain()).isZero();
        assertThat(pair.server.connection.hasOutput()).isFalse();
    }

    @Test
    void aLargeRequestThatIsGivenUpLeavesItsTurns() {
        peer = RawPeer.againstClient().hello();
        TestCall large = TestCall.echo(4_000_000);
        peer.connection.submit(large, peer.now);
        long[] count = {0};
        peer.connection.drainOutput((bytes, offset, length) -> count[0] += length, peer.now);
        assertThat(count[0]).isLessThan(1_000_000);

        peer.connection.cancel(large, CancelReason.CANCELLED, peer.now);
        peer.connection.drainOutput((bytes, offset, length) -> count[0] += length, peer.now);
        peer.connection.taken(peer.handed + count[0], peer.now);

        assertThat(peer.connection.drainOutput((bytes, offset, length) -> {}, peer.now))
                .isZero();
        assertThat(peer.connection.hasOutput()).isFalse();
        assertThat(count[0]).isLessThan(1_000_000);
    }
}
