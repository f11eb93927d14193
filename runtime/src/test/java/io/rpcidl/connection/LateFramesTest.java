package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import org.junit.jupiter.api.Test;

/** Frames that come when their call is over, or was never there (W-6.11, W-7.7), and what a refused call costs. */
class LateFramesTest {

    private static final int END = FrameHeader.END;

    private RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo");

    /** A stream of two items that has ended: three CREDITs and a CANCEL may be on their way. */
    private void streamThatHasEnded() {
        peer.frame(FrameType.CALL, END, 1, "00000000 10 00 01 00");
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
        peer.connection.sendItem(call, new byte[1], peer.now);
        peer.connection.sendItem(call, new byte[1], peer.now);
        peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        peer.read();
        assertThat(peer.frames).endsWith("ITEM 1", "ITEM 1", "REPLY 1");
    }

    @Test
    void aCancelForACallThatWasNeverThereIsAViolation() {
        streamThatHasEnded();
        peer.frame(FrameType.CANCEL, 0, 99, "00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-6.11");
    }

    @Test
    void aCancelForACallThatIsOverIsDropped() {
        peer.call(1);
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
        peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        peer.frame(FrameType.CANCEL, 0, 1, "00");
        assertThat(peer.connection.counters().dropped()).isEqualTo(1);
        assertThat(peer.events.closed).isNull();
    }

    @Test
    void creditThatMayComeLatePaysForNothingElse() {
        streamThatHasEnded();
        for (int i = 0; i < 1_000; i++) {
            peer.frame(FrameType.ITEM, 0, 1, "");
        }
        for (int i = 0; i < 3; i++) {
            peer.frame(FrameType.CREDIT, 0, 1, "01000000");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, 0, 1, "");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void itemsGoOnWhenTheHelloGivesMoreCredit() {
        peer = RawPeer.againstClient();
        TestCall upload = TestCall.stream(TestCall.UPLOAD);
        peer.connection.submit(upload, peer.now);
        for (int i = 0; i < 6; i++) {
            upload.addItem(new byte[16_384 - 64]);
        }
        peer.read();
        assertThat(peer.lengths("ITEM 1")).hasSize(4);
        peer.hello(ConnectionLimits.MINIMUM.withStreamCredit(1 << 20));
        assertThat(peer.lengths("ITEM 1")).hasSize(6);
    }

    @Test
    void refusedCallsAreCountedAndOnewayOnesNotAnswered() {
        peer.bind(1, "test.Nothing");
        int before = peer.frames.size();
        peer.frame(FrameType.CALL, END, 1, "00000000 08 01 01 00");
        assertThat(peer.frames).hasSize(before);
        assertThat(peer.connection.counters().refused()).isEqualTo(1);
        peer.frame(FrameType.CALL, END, 3, "00000000 00 01 01 00");
        assertThat(peer.frames).hasSize(before + 1).endsWith("ERROR 3");
        assertThat(peer.connection.counters().refused()).isEqualTo(2);
    }

    /** Who has connected never stops reading, so a thousand answers that are not read are the bound. */
    @Test
    void refusalsThatAreNotReadEndTheConnectionOfWhoConnected() {
        peer = RawPeer.againstClient().hello().bind(0, "test.Nothing");
        for (int i = 0; i < 1_000; i++) {
            feed(2 * i + 2);
        }
        assertThat(peer.events.closed).isNull();
        feed(2_002);
        assertThat(peer.events.closed).startsWith("W-7.11");
    }

    @Test
    void refusalsThatAreNotReadDoNotEndTheConnectionOfWhoWasConnectedTo() {
        peer.bind(1, "test.Nothing");
        for (int i = 0; i < 1_001; i++) {
            byte[] call = RawPeer.frameBytes(FrameType.CALL, END, 2 * i + 1, "00000000 00 01 01 00");
            peer.connection.received(call, 0, call.length, peer.now);
        }
        assertThat(peer.events.closed).isNull();
    }

    private void feed(int id) {
        byte[] call = RawPeer.frameBytes(FrameType.CALL, END, id, "00000000 00 00 01 00");
        peer.connection.received(call, 0, call.length, peer.now);
    }

    @Test
    void aCallKnowsWhenAndWhatHasCome() {
        peer.frame(FrameType.CALL, FrameHeader.MORE, 1, "00000000 00 00 01 02000000 61");
        peer.now += Pair.SECOND;
        peer.frame(FrameType.ITEM, END, 1, "62");
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(call.arrivedAt()).isEqualTo(peer.now);
        assertThat(call.bodyOffset()).isZero();
        assertThat(call.bodyLength()).isEqualTo(2);
        assertThat(call.attachment()).isNull();
        call.attach("what belongs to it");
        assertThat(call.attachment()).isEqualTo("what belongs to it");
        assertThat(call.runFor(peer.now)).isEqualTo(-1);
        assertThat(call.enter(peer.now)).isTrue();
        assertThat(call.runFor(peer.now + 7)).isEqualTo(7);
        assertThat(call.runFor(peer.now - 7)).isZero();
    }
}
