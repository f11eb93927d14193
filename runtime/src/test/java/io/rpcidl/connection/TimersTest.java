package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import org.junit.jupiter.api.Test;

/** What happens because nothing happens: each timeout at its nanosecond (W-7.5, W-7.8, W-7.9). */
class TimersTest {

    private static void fireExactly(RawPeer peer, long at) {
        assertThat(peer.connection.nextTimer()).isEqualTo(at);
        peer.advance(at - 1 - peer.now);
        assertThat(peer.events.closed).isNull();
        peer.advance(1);
    }

    @Test
    void waitsFiveSecondsForHello() {
        RawPeer server = RawPeer.againstServer();
        fireExactly(server, server.now + 5 * Pair.SECOND);
        assertThat(server.ended()).startsWith("LIMIT_EXCEEDED W-7.8: no HELLO");
        RawPeer client = RawPeer.againstClient();
        TestCall call = TestCall.echo("x");
        client.connection.submit(call, client.now);
        fireExactly(client, client.now + 5 * Pair.SECOND);
        assertThat(client.ended()).startsWith("LIMIT_EXCEEDED W-7.8");
        assertThat(call.ended).isEqualTo("failed");
    }

    @Test
    void waitsFifteenSecondsForTheRestOfAFrame() {
        RawPeer peer = RawPeer.againstServer().hello().octets("08 00 00");
        long due = peer.now + 15 * Pair.SECOND;
        peer.now += Pair.SECOND;
        peer.octets("0a");
        fireExactly(peer, due);
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.8: a frame");
    }

    @Test
    void givesEachFrameItsOwnTime() {
        RawPeer peer = RawPeer.againstServer().hello();
        peer.frame(FrameType.EXT, 0, 0, "00 40").octets("02 00 00 0f  00 00 00 00  00");
        peer.advance(14 * Pair.SECOND).octets("40  02");
        fireExactly(peer, peer.now + 15 * Pair.SECOND);
    }

    @Test
    void closesWhenItIsIdleForFiveMinutes() {
        RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo").call(1);
        assertThat(peer.connection.nextTimer()).isEqualTo(Long.MAX_VALUE);
        IncomingCall call = peer.events.arrived.get(0);
        peer.advance(1_000 * Pair.SECOND);
        assertThat(call.enter(peer.now)).isTrue();
        peer.connection.reply(call, new byte[0], 0, 0, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        fireExactly(peer, peer.now + 300 * Pair.SECOND);
        assertThat(peer.ended()).startsWith("IDLE W-7.9");
    }

    @Test
    void pingsWhenCallsWaitInSilenceAndGivesThePeerUp() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("x");
        server.now += 100 * Pair.SECOND;
        server.connection.submit(call, server.now);
        server.read();
        fireExactly(server, server.now + 10 * Pair.SECOND);
        assertThat(server.frames).endsWith("PING 0");
        server.frame(FrameType.PONG, 0, 0, "01 00 00 00 00 00 00 00");
        fireExactly(server, server.now + 10 * Pair.SECOND);
        assertThat(server.frames).filteredOn("PING 0"::equals).hasSize(2);
        fireExactly(server, server.now + 10 * Pair.SECOND);
        assertThat(server.events.reset).contains("PING");
        assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
    }

    /** What was sent needs no answer, and what needs one waits for credit: nothing else would ever end it. */
    @Test
    void pingsWhenACallCanNotLeaveInSilence() {
        RawPeer server = RawPeer.againstClient().hello(ConnectionLimits.DEFAULT.withRequestBytes(1 << 20));
        TestCall oneway = TestCall.tell("x".repeat(1 << 20));
        TestCall call = TestCall.echo("waits for credit");
        server.connection.submit(oneway, server.now);
        server.connection.submit(call, server.now);
        while (server.connection.hasOutput()) {
            server.read();
        }
        assertThat(oneway.ended).isEqualTo("sent");
        fireExactly(server, server.now + 10 * Pair.SECOND);
        assertThat(server.frames).endsWith("PING 0");
        fireExactly(server, server.now + 10 * Pair.SECOND);
        assertThat(server.events.reset).contains("PING");
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
    }

    /** The transport is reset: what it has not taken never leaves (W-9.4). */
    @Test
    void knowsOfACallThatTheTransportHasNotTakenWhenThePeerIsGone() {
        Pair pair = new Pair();
        pair.pump();
        pair.client.socketTakes = pair.client.handed;
        TestCall call = pair.client.submit(TestCall.echo("never leaves"));
        pair.client.drain();
        pair.client.deliver();

        for (int i = 0; i < 2; i++) {
            pair.advance(10 * Pair.SECOND);
            pair.client.drain();
        }

        assertThat(pair.client.events.reset).contains("PING");
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
    }

    @Test
    void refusesAPongWithOtherOctets() {
        RawPeer server = RawPeer.againstClient().hello();
        server.connection.submit(TestCall.echo("x"), server.now);
        server.read();
        server.advance(10 * Pair.SECOND).frame(FrameType.PONG, 0, 0, "02 00 00 00 00 00 00 00");
        assertThat(server.ended()).startsWith("PROTOCOL_VIOLATION W-7.5");
    }

    @Test
    void doesNotPingWithoutCalls() {
        RawPeer server = RawPeer.againstClient().hello();
        assertThat(server.connection.nextTimer()).isEqualTo(server.now + 300 * Pair.SECOND);
    }

    @Test
    void resetsATransportThatDoesNotClose() {
        RawPeer peer = RawPeer.againstServer().header(0);
        assertThat(peer.events.closed).isNotNull();
        assertThat(peer.connection.nextTimer()).isEqualTo(peer.now + 5 * Pair.SECOND);
        peer.advance(5 * Pair.SECOND - 1);
        assertThat(peer.events.reset).isNull();
        peer.advance(1);
        assertThat(peer.events.reset).isNotNull();
        assertThat(peer.connection.nextTimer()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void doesNotResetATransportThatHasClosed() {
        RawPeer peer = RawPeer.againstServer().header(0);
        peer.connection.transportClosed("closed", peer.now);
        assertThat(peer.connection.nextTimer()).isEqualTo(Long.MAX_VALUE);
        peer.advance(10 * Pair.SECOND);
        assertThat(peer.events.reset).isNull();
    }

    @Test
    void sendsTheTimeThatIsLeftWhenTheCallLeaves() {
        Pair pair = new Pair();
        pair.server.events.handler = call -> {};
        pair.client.submit(TestCall.echo("short", pair.now + 3 * Pair.SECOND));
        pair.client.submit(TestCall.echo("long", pair.now + 10_000 * Pair.SECOND));
        pair.client.submit(TestCall.echo("none"));
        pair.now += Pair.SECOND;
        pair.pump();
        assertThat(pair.server.events.arrived)
                .extracting(IncomingCall::deadline)
                .containsExactly(pair.now + 2 * Pair.SECOND, pair.now + 9_999 * Pair.SECOND, IncomingCall.NO_DEADLINE);
    }

    @Test
    void endsADrainThatTakesTooLong() {
        RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo").call(1);
        peer.connection.drain(DrainCode.GOING_AWAY, "bye", peer.now);
        peer.read();
        fireExactly(peer, peer.now + 30 * Pair.SECOND);
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED");
        assertThat(peer.events.arrived.get(0).enter(peer.now)).isFalse();
    }

    @Test
    void dropsHalfARequestAtItsDeadline() {
        RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo");
        peer.frame(FrameType.CALL, FrameHeader.MORE, 1, "40 42 0f 00  00  00  01  05 00 00 00  aa");
        assertThat(peer.connection.nextTimer()).isEqualTo(peer.now + Pair.SECOND);
        peer.advance(Pair.SECOND).frame(FrameType.ITEM, FrameHeader.END, 1, "aa bb cc dd");
        assertThat(peer.frames).containsExactly("HELLO 0", "BOUND 0", "ERROR 1");
        assertThat(peer.events.arrived).isEmpty();
        assertThat(peer.connection.counters().slots()).isZero();
        assertThat(peer.connection.counters().requestBytes()).isZero();
    }
}
