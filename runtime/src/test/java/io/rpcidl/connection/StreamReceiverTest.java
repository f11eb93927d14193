package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Credit at the end that takes items, octet by octet (W-6.19, W-7.12 to W-7.15). */
class StreamReceiverTest {

    private static final int WINDOW = 65_536;
    /** An item that costs a quarter of it. */
    private static final int QUARTER = WINDOW / 4 - 64;

    private static final int MORE = FrameHeader.MORE;

    private RawPeer peer = RawPeer.againstClient().hello();

    private static RawPeer client(ConnectionLimits limits) {
        return RawPeer.againstClient(ConnectionSettings.offering(Pair.ECHO).withLimits(limits))
                .hello();
    }

    /** A call that waits for items; ids are 1, 3 and so on. */
    private TestCall stream(boolean... waits) {
        TestCall call = TestCall.stream(TestCall.COUNT);
        call.items.waits = waits.length > 0 && waits[0];
        peer.connection.submit(call, peer.now);
        peer.read();
        return call;
    }

    private void item(int id, int length) {
        rest(id, 0, length);
    }

    /** The first frame of an item that is {@code total} long. */
    private void begin(int id, int total, int octets) {
        frame(id, MORE, total, octets);
    }

    private void rest(int id, int flags, int octets) {
        frame(id, flags, -1, octets);
    }

    private void frame(int id, int flags, int total, int octets) {
        byte[] content = new byte[octets];
        Arrays.fill(content, (byte) 'a');
        FrameWriter out = new FrameWriter();
        out.begin(FrameType.ITEM, id);
        if (total >= 0) {
            out.buffer().u32(total);
        }
        out.buffer().bytes(content, 0, octets);
        out.finish(flags);
        peer.send(out);
    }

    private void take(TestCall call, int octets) {
        peer.connection.itemsTaken(call, octets, peer.now);
        peer.read();
    }

    @Test
    void creditComesBackByTheQuarter() {
        TestCall call = stream();
        item(1, QUARTER - 1);
        take(call, QUARTER + 63);
        assertThat(peer.credits(1)).isEmpty();
        item(1, QUARTER);
        item(1, 10);
        take(call, 1);
        assertThat(peer.credits(1)).containsExactly(WINDOW / 4);
    }

    @Test
    void whatIsHeldIsNotMissing() {
        TestCall call = stream();
        item(1, QUARTER);
        item(1, QUARTER);
        item(1, QUARTER);
        take(call, WINDOW / 4);
        assertThat(peer.credits(1)).containsExactly(WINDOW / 4);
        take(call, WINDOW / 2);
        assertThat(peer.credits(1)).containsExactly(WINDOW / 4, WINDOW / 2);
    }

    @Test
    void eachPieceOfAnItemIsCharged() {
        stream();
        begin(1, 100_000, 60_000);
        rest(1, MORE, WINDOW - 64 - 60_000);
        assertThat(peer.events.closed).isNull();
        rest(1, MORE, 1);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-7.12");
    }

    @Test
    void aWindowGrowsBehindTheCreditThatWasOnItsWay() {
        TestCall call = stream(true);
        for (int i = 0; i < 4; i++) {
            item(1, QUARTER);
            take(call, WINDOW / 4);
        }
        assertThat(peer.credits(1)).containsExactly(WINDOW / 4, WINDOW / 4, WINDOW / 4, WINDOW / 4);
        item(1, QUARTER);
        take(call, WINDOW / 4);
        assertThat(peer.credits(1)).hasSize(5).endsWith(WINDOW + WINDOW / 4);
    }

    @Test
    void aWindowOfAStreamThatNobodyWaitsForKeepsItsSize() {
        TestCall call = stream();
        for (int i = 0; i < 20; i++) {
            item(1, QUARTER);
            take(call, WINDOW / 4);
        }
        assertThat(peer.credits(1)).hasSize(20).containsOnly(WINDOW / 4);
    }

    @Test
    void theLargestWindowGrowsNoFurther() {
        int largest = 4 << 20;
        peer = client(ConnectionLimits.DEFAULT.withStreamCredit(largest));
        TestCall call = stream(true);
        for (int i = 0; i < 6 * 16; i++) {
            item(1, WINDOW - 64);
            take(call, WINDOW);
        }
        assertThat(peer.credits(1)).hasSize(6).containsOnly(largest / 4);
    }

    @Test
    void aLargeItemIsAskedForAsSoonAsItBegins() {
        TestCall call = stream(true);
        begin(1, 100_000, 1_000);
        assertThat(peer.credits(1)).containsExactly(100_000 + 64 - WINDOW);
        rest(1, MORE, 65_000);
        rest(1, 0, 34_000);
        assertThat(call.items.items).hasSize(1);
        assertThat(call.items.items.get(0)).hasSize(100_000).containsOnly('a');
        item(1, 1);
        assertThat(call.itemsReceived).isEqualTo(2);
        assertThat(call.items.whole).isEqualTo(1); // without a further copy
    }

    @Test
    void anItemThatHasItsCreditDoesNotTakeTheRoomForALargeOne() {
        stream(true);
        begin(1, WINDOW - 64, 1);
        assertThat(peer.credits(1)).isEmpty();
        stream(true);
        begin(3, 100_000, 1);
        assertThat(peer.credits(3)).containsExactly(100_000 + 64 - WINDOW);
    }

    @Test
    void theNextLargeItemMayComeWhenOneIsHere() {
        stream(true);
        stream(true);
        begin(1, 66_000, 1_000);
        begin(3, 66_000, 1_000);
        assertThat(peer.credits(1)).hasSize(1);
        assertThat(peer.credits(3)).isEmpty();
        rest(1, 0, 65_000);
        assertThat(peer.credits(3)).containsExactly(66_000 + 64 - WINDOW);
    }

    @Test
    void anItemThatGotItsCreditMeanwhileIsGivenNoMore() {
        stream(true);
        TestCall second = stream(true);
        begin(1, 66_000, 1_000);
        item(3, QUARTER);
        begin(3, WINDOW - 64, 1);
        take(second, WINDOW / 4);
        rest(1, 0, 65_000);
        assertThat(peer.credits(3)).containsExactly(WINDOW / 4);
    }

    @Test
    void nothingOfAnItemComesOnceItIsGivenUp() {
        TestCall call = stream(true);
        begin(1, 20_000, 10_000);
        peer.connection.cancel(call, CancelReason.CANCELLED, peer.now);
        rest(1, 0, 10_000);
        assertThat(peer.events.closed).isNull();
        assertThat(call.items.items).isEmpty();
    }

    @Test
    void theNextLargeItemMayComeWhenOneIsGivenUp() {
        TestCall first = stream(true);
        stream(true);
        begin(1, 66_000, 1_000);
        begin(3, 66_000, 1_000);
        peer.connection.cancel(first, CancelReason.CANCELLED, peer.now);
        peer.read();
        assertThat(peer.credits(3)).containsExactly(66_000 + 64 - WINDOW);
    }

    @Test
    void takesAnItemOfTheLargestMessage() {
        peer = client(ConnectionLimits.DEFAULT.withLargestMessage(WINDOW));
        TestCall call = stream(true);
        begin(1, WINDOW, 1_000);
        rest(1, 0, WINDOW - 1_000);
        assertThat(call.items.items).hasSize(1);
        take(call, WINDOW + 64);
        begin(1, WINDOW + 1, 1);
        assertThat(call.ended).isEqualTo("failed");
        assertThat(peer.frames).endsWith("CANCEL 1");
    }

    /** A peer that does not read its answers is not served; what it sends meanwhile is kept in order. */
    @Test
    void itemsThatComeBeforeTheirHandlerWait() {
        peer = RawPeer.againstServer().hello().bind(0, "test.Echo");
        peer.events.handler = call -> {
            assertThat(call.enter(peer.now)).isTrue();
            if (!call.kind().streamsRequest()) {
                peer.connection.reply(call, new byte[60_000], 0, 60_000, peer.now);
            }
        };
        int id = 1;
        for (int written = 0; written < 1 << 20; written += 60_000, id += 2) {
            feed(id, FrameType.CALL, FrameHeader.END, "00000000 00 00 01 00");
        }
        int answered = peer.events.arrived.size();
        feed(id, FrameType.CALL, 0, "00000000 20 00 01 00");
        feed(id, FrameType.ITEM, 0, "62");
        feed(id, FrameType.ITEM, 0, "63");
        feed(id, FrameType.ITEM, FrameHeader.END, "");
        assertThat(peer.events.arrived).hasSize(answered);

        peer.read();

        assertThat(peer.events.log)
                .endsWith(
                        "arrived " + id + " test.Echo.1 \0",
                        "item " + id + " b",
                        "item " + id + " c",
                        "items ended " + id,
                        "resume");
    }

    private void feed(int id, FrameType type, int flags, String hex) {
        byte[] frame = RawPeer.frameBytes(type, flags, id, hex);
        peer.connection.received(frame, 0, frame.length, peer.now);
    }

    @Test
    void requestBytesComeBackInBatchesThatLeaveRoomForALargestMessage() {
        peer = RawPeer.againstServer(ConnectionSettings.offering(Pair.ECHO)
                        .withLimits(ConnectionLimits.DEFAULT
                                .withRequestBytes(1 << 20)
                                .withLargestMessage((1 << 20) - 64 - 670)))
                .hello()
                .bind(0, "test.Echo");
        peer.events.handler = call -> {
            assertThat(call.enter(peer.now)).isTrue();
            peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
            peer.connection.handlerEnded(call, peer.now);
        };
        for (int i = 0; i < 9; i++) {
            peer.call(2 * i + 1);
        }
        assertThat(peer.credits(0)).isEmpty();
        peer.call(19);
        assertThat(peer.credits(0)).containsExactly(670);
    }

    @Test
    void requestBytesAreSpentToTheLastOctet() {
        peer = RawPeer.againstServer(ConnectionSettings.offering(Pair.ECHO)
                        .withLimits(ConnectionLimits.DEFAULT.withRequestBytes(1 << 20)))
                .hello()
                .bind(0, "test.Echo");
        for (int i = 0; i < 16; i++) {
            peer.call(2 * i + 1, FrameHeader.END, CallKind.UNARY, 65_536 - 64 - (i == 15 ? 64 : 0));
        }
        assertThat(peer.events.closed).isNull();
        assertThat(peer.connection.counters().requestBytes()).isEqualTo((1 << 20) - 64);
        peer.call(33, FrameHeader.END, CallKind.UNARY, 0);
        assertThat(peer.events.closed).isNull();
        peer.call(35, FrameHeader.END, CallKind.UNARY, 0);
        assertThat(peer.ended()).contains("W-7.2", "a call of 64 bytes, 0 of 1048576 request bytes are left");
    }
}
