package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Requests of a peer that does not read its answers wait until it does (W-7.11 and what follows from it). */
class HeldBackTest {

    private static final int ANSWER = 60_000;

    private final RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo");
    /** The id of the first call that is held back. */
    private final int held;

    HeldBackTest() {
        peer.events.handler = call -> {
            assertThat(call.enter(peer.now)).isTrue();
            if (call.bodyLength() == 1) {
                peer.connection.reply(call, new byte[ANSWER], 0, ANSWER, peer.now);
            }
            if (!call.kind().streamsRequest()) {
                peer.connection.handlerEnded(call, peer.now);
            }
        };
        int id = 1;
        for (int written = 0; written < 1 << 20; written += ANSWER, id += 2) {
            feed(FrameType.CALL, FrameHeader.END, id, "00000000 00 00 01 00");
        }
        held = id;
    }

    /** Sends a frame, and reads no answer; the array is used again at once. */
    private void feed(FrameType type, int flags, int id, String hex) {
        byte[] frame = RawPeer.frameBytes(type, flags, id, hex);
        peer.connection.received(frame, 0, frame.length, peer.now);
        Arrays.fill(frame, (byte) 0x7f);
    }

    @Test
    void aRequestThatWaitsKeepsItsArguments() {
        int answered = peer.events.arrived.size();
        feed(FrameType.CALL, FrameHeader.END, held, "00000000 00 00 01 61 62 63");
        assertThat(peer.events.arrived).hasSize(answered);
        assertThat(peer.events.paused).isTrue();
        peer.read();
        assertThat(peer.events.log).contains("arrived " + held + " test.Echo.1 abc");
        assertThat(peer.events.paused).isFalse();
    }

    @Test
    void aRequestThatWaitsIsAnsweredWhenItIsCancelled() {
        int answered = peer.events.arrived.size();
        feed(FrameType.CALL, FrameHeader.END, held, "00000000 00 00 01 61 62 63");
        feed(FrameType.CANCEL, 0, held, "00");
        peer.read();
        assertThat(peer.frames).endsWith("ERROR " + held);
        assertThat(peer.events.arrived).hasSize(answered);
        assertThat(peer.events.cancelled).isEmpty();
        assertThat(peer.connection.counters().slots()).isZero();
    }

    @Test
    void aRequestThatWaitsIsAnsweredAtItsDeadline() {
        int answered = peer.events.arrived.size();
        feed(FrameType.CALL, FrameHeader.END, held, "10270000 00 00 01 61 62 63");
        peer.now += 11 * Pair.MILLI;
        peer.connection.timer(peer.now);
        peer.read();
        assertThat(peer.frames).endsWith("ERROR " + held);
        assertThat(peer.events.arrived).hasSize(answered);
    }

    @Test
    void aRequestThatWaitsGoesWithItsConnection() {
        int answered = peer.events.arrived.size();
        feed(FrameType.CALL, FrameHeader.END, held, "00000000 00 00 01 61 62 63");
        peer.connection.transportClosed("cut", peer.now);
        assertThat(peer.events.arrived).hasSize(answered);
        assertThat(peer.connection.counters().slots()).isZero();
    }

    @Test
    void itemsThatComeInPiecesWaitWithTheirRequest() {
        feed(FrameType.CALL, 0, held, "00000000 20 00 01 61 62");
        feed(FrameType.ITEM, FrameHeader.MORE, held, "03000000 63");
        feed(FrameType.ITEM, 0, held, "64 65");
        feed(FrameType.ITEM, 0, held, "66");
        peer.read();
        assertThat(peer.events.log).containsSubsequence("item " + held + " cde", "item " + held + " f");
        feed(FrameType.ITEM, FrameHeader.MORE, held, "02000000 67");
        feed(FrameType.ITEM, 0, held, "68");
        assertThat(peer.events.log).endsWith("item " + held + " gh");
        assertThat(peer.events.itemsOf.get(peer.events.arrived.get(peer.events.arrived.size() - 1)).whole)
                .isEqualTo(1);
    }

    /** The time in which this end did not read does not count against the peer. */
    @Test
    void aFrameHasItsTimeOnceItIsReadAgain() {
        peer.connection.received(new byte[] {1, 0}, 0, 2, peer.now);
        long time = peer.connection.nextTimer() - peer.now;
        peer.now += time - 1;
        peer.connection.timer(peer.now);
        peer.read();
        assertThat(peer.events.paused).isFalse();
        peer.advance(time - 1);
        assertThat(peer.events.closed).isNull();
        peer.advance(1);
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED");
    }

    @Test
    void noFrameIsLateThatHasNotBegun() {
        peer.read();
        assertThat(peer.events.paused).isFalse();
        peer.advance(100 * Pair.SECOND);
        assertThat(peer.events.closed).isNull();
    }

    /** Nobody waits for the answer of a oneway call, so it goes on without its connection. */
    @Test
    void aOnewayCallThatWaitsOutlivesItsConnection() {
        feed(FrameType.CALL, FrameHeader.END, held, "00000000 08 00 01 61 62 63");
        peer.connection.transportClosed("cut", peer.now);
        assertThat(peer.events.log).contains("arrived " + held + " test.Echo.1 abc oneway");
    }
}
