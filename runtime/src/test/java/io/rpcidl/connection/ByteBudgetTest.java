package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.connection.ConnectionSettings.Budgets;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** What connections hold together: one that holds much finds no room, and the others do. */
class ByteBudgetTest {
    private static final int LIMIT = 256 << 10;
    private static final int SOME = 60_000;

    private final ByteBudget inbound = new ByteBudget(LIMIT);
    private final ByteBudget outbound = new ByteBudget(LIMIT);

    private RawPeer ready() {
        return RawPeer.againstServer(ConnectionSettings.offering(Pair.ECHO).withBudgets(new Budgets(inbound, outbound)))
                .hello()
                .bind(0, "test.Echo");
    }

    private static void fragment(RawPeer peer, int id, int octets) {
        FrameWriter out = new FrameWriter();
        out.begin(FrameType.ITEM, id);
        out.buffer().bytes(new byte[octets], 0, octets);
        out.finish(FrameHeader.MORE);
        peer.send(out);
    }

    /** Begins a request of 1 MiB. */
    private static void begin(RawPeer peer, int id) {
        peer.frame(FrameType.CALL, FrameHeader.MORE, id, "00 00 00 00  00  00  01  00 00 10 00  aa");
    }

    private static void end(RawPeer peer) {
        peer.connection.transportClosed("over", peer.now);
    }

    /** Answers the call that has come last. */
    private static void reply(RawPeer peer, int octets) {
        IncomingCall call = peer.events.arrived.get(peer.events.arrived.size() - 1);
        assertThat(call.enter(peer.now)).isTrue();
        peer.connection.reply(call, new byte[octets], 0, octets, peer.now);
        peer.connection.handlerEnded(call, peer.now);
    }

    /** Sends a call without reading what comes back. */
    private static void callWithoutReading(RawPeer peer, int id) {
        byte[] call = RawPeer.frameBytes(FrameType.CALL, FrameHeader.END, id, "00 00 00 00  00  00  01  00 00 00");
        peer.connection.received(call, 0, call.length, peer.now);
    }

    @Test
    void refusesAFragmentThatFindsNoRoomAndServesOthers() {
        RawPeer greedy = ready();
        RawPeer modest = ready();
        begin(greedy, 1);
        fragment(greedy, 1, SOME);
        fragment(greedy, 1, SOME);
        assertThat(greedy.frames).doesNotContain("ERROR 1");
        assertThat(inbound.used()).isBetween(2L * SOME, 2L * SOME + 3 * Holding.PIECE);

        fragment(greedy, 1, SOME);

        assertThat(greedy.frames).endsWith("ERROR 1");
        assertThat(inbound.used()).isLessThanOrEqualTo(2L * Holding.PIECE);
        modest.call(1);
        greedy.call(3);
        assertThat(modest.events.arrived).hasSize(1);
        assertThat(greedy.events.arrived).hasSize(1);
        fragment(greedy, 1, SOME); // under way when the call was refused
        assertThat(greedy.events.closed).isNull();
    }

    @Test
    void holdsARequestUntilItsHandlerHasEnded() {
        RawPeer peer = ready();
        peer.call(1, FrameHeader.END, CallKind.UNARY, SOME);
        peer.call(3, FrameHeader.END, CallKind.UNARY, SOME);
        assertThat(inbound.used()).isGreaterThanOrEqualTo(2L * SOME);

        peer.call(5, FrameHeader.END, CallKind.UNARY, SOME);

        assertThat(peer.frames).endsWith("ERROR 5");
        peer.events.arrived.forEach(call -> {
            assertThat(call.enter(peer.now)).isTrue();
            peer.connection.reply(call, new byte[1], 0, 1, peer.now);
        });
        assertThat(inbound.used()).isGreaterThanOrEqualTo(2L * SOME);
        peer.events.arrived.forEach(call -> peer.connection.handlerEnded(call, peer.now));
        assertThat(inbound.used()).isLessThanOrEqualTo(2L * Holding.PIECE);
        end(peer);
        assertThat(inbound.used()).isZero();
    }

    /** What is answered while octets are being taken in counts at once, not only at their end. */
    @Test
    void answersWithinOneReadPassStayWithinTheBudget() {
        RawPeer peer = ready();
        peer.events.handler = call -> {
            assertThat(call.enter(peer.now)).isTrue();
            peer.connection.reply(call, new byte[SOME], 0, SOME, peer.now);
            peer.connection.handlerEnded(call, peer.now);
        };
        ByteArrayOutputStream calls = new ByteArrayOutputStream();
        for (int id = 1; id < 80; id += 2) {
            calls.writeBytes(
                    RawPeer.frameBytes(FrameType.CALL, FrameHeader.END, id, "00 00 00 00  00  00  01  00 00 00"));
        }

        peer.connection.received(calls.toByteArray(), 0, calls.size(), peer.now);

        assertThat(outbound.used()).isBetween(2L * SOME, LIMIT + 2L * Holding.PIECE);
    }

    @Test
    void endsAnUploadWhoseItemsFindNoRoom() {
        RawPeer other = ready();
        for (int id = 1; id < 6; id += 2) {
            other.call(id, FrameHeader.END, CallKind.UNARY, 40_000);
        }
        RawPeer peer = ready();
        peer.call(1, 0, CallKind.CLIENT_STREAM, 3);
        IncomingCall upload = peer.events.arrived.get(0);
        assertThat(upload.enter(peer.now)).isTrue();
        item(peer, 1, 50_000);
        assertThat(peer.frames).doesNotContain("ERROR 1");
        item(other(peer), 3, 50_000);

        assertThat(peer.frames).endsWith("ERROR 3");
        assertThat(peer.events.cancelled).hasSize(1);
        peer.connection.itemsTaken(upload, 50_064, peer.now);
        long afterTaking = inbound.used();
        peer.events.arrived.forEach(call -> peer.connection.handlerEnded(call, peer.now));
        assertThat(inbound.used()).isLessThanOrEqualTo(afterTaking);
        end(peer);
        end(other);
        other.events.arrived.forEach(call -> other.connection.handlerEnded(call, other.now));
        assertThat(inbound.used()).isZero();
    }

    /** A second upload of the same peer, which holds 50,000 octets already. */
    private static RawPeer other(RawPeer peer) {
        peer.call(3, 0, CallKind.CLIENT_STREAM, 3);
        assertThat(peer.events.arrived.get(1).enter(peer.now)).isTrue();
        return peer;
    }

    private static void item(RawPeer peer, int id, int octets) {
        FrameWriter out = new FrameWriter();
        out.begin(FrameType.ITEM, id);
        out.buffer().bytes(new byte[octets], 0, octets);
        out.finish(0);
        peer.send(out);
    }

    @Test
    void dropsAnswersOfAPeerThatReadsNoneAndThenRefusesItsCalls() {
        RawPeer greedy = ready();
        RawPeer modest = ready();
        for (int id = 1; id < 6; id += 2) {
            callWithoutReading(greedy, id);
            reply(greedy, SOME);
        }
        callWithoutReading(modest, 1);
        reply(modest, SOME);
        callWithoutReading(greedy, 7);

        assertThat(outbound.used()).isBetween(3L * SOME, 3L * SOME + 4 * Holding.PIECE);
        assertThat(greedy.events.arrived).hasSize(3);
        greedy.read();
        modest.read();
        assertThat(greedy.frames).containsSequence("REPLY 1", "REPLY 3", "ERROR 5", "ERROR 7");
        assertThat(modest.frames).endsWith("REPLY 1");
        assertThat(outbound.used()).isLessThanOrEqualTo(4L * Holding.PIECE);
        greedy.call(9);
        assertThat(greedy.events.arrived).hasSize(4);
        end(greedy);
        end(modest);
        assertThat(outbound.used()).isZero();
    }

    @Test
    void givesEverythingBackWhenTheConnectionIsLost() {
        RawPeer peer = ready();
        begin(peer, 1);
        fragment(peer, 1, SOME);
        callWithoutReading(peer, 3);
        reply(peer, SOME);
        callWithoutReading(peer, 5);

        end(peer);

        assertThat(outbound.used()).isZero();
        assertThat(inbound.used()).isEqualTo(64 + 3); // the call whose handler has not ended
        peer.connection.handlerEnded(peer.events.arrived.get(1), peer.now);
        assertThat(inbound.used()).isZero();
    }

    @Test
    void isForSomething() {
        assertThatThrownBy(() -> new ByteBudget(0)).hasMessageContaining("budget of 0 octets");
    }
}
