package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of calls, bytes and frames, kept by the sender and enforced by the receiver (W-7.1, W-7.2). */
class LimitsTest {

    private static final ConnectionLimits SIXTEEN = ConnectionLimits.DEFAULT.withCallsInFlight(16);

    private static ConnectionSettings server(ConnectionLimits limits) {
        return ConnectionSettings.offering(Pair.ECHO).withLimits(limits);
    }

    private static RawPeer ready(ConnectionLimits limits) {
        return RawPeer.againstServer(server(limits)).hello().bind(0, "test.Echo");
    }

    @Test
    void keepsThePeersCallsInFlight() {
        Pair pair = new Pair(ConnectionSettings.calling(), server(SIXTEEN));
        pair.server.events.handler = call -> {};
        List<TestCall> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(pair.client.submit(TestCall.echo("call " + i)));
        }
        for (int done = 0; done < 40; done++) {
            pair.pump();
            assertThat(pair.server.events.arrived).hasSize(Math.min(40, done + 16));
            pair.server.echo(pair.server.events.arrived.get(done));
        }
        pair.pump();
        assertThat(calls).allMatch(call -> "reply".equals(call.ended));
    }

    @Test
    void refusesCallsOverItsSlotsAndServesTheOthers() {
        RawPeer peer = ready(SIXTEEN);
        for (int id = 1; id < 10_000; id += 2) {
            peer.call(id);
        }
        assertThat(peer.events.arrived).hasSize(16);
        assertThat(peer.frames).filteredOn(frame -> frame.startsWith("ERROR")).hasSize(5_000 - 16);
        assertThat(peer.events.closed).isNull();
        assertThat(peer.connection.counters().refused()).isEqualTo(5_000 - 16);
    }

    @Test
    void freesASlotOnlyWhenItsHandlerHasEnded() {
        RawPeer peer = ready(SIXTEEN);
        peer.call(1);
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
        peer.connection.reply(call, new byte[0], 0, 0, peer.now);
        assertThat(peer.connection.counters().incoming()).isZero();
        assertThat(peer.connection.counters().slots()).isEqualTo(1);
        peer.connection.handlerEnded(call, peer.now);
        assertThat(peer.connection.counters().slots()).isZero();
    }

    @Test
    void drainsWhenStuckHandlersHoldMoreThanHalfOfTheSlots() {
        Pair pair = new Pair(ConnectionSettings.calling(), server(SIXTEEN));
        pair.server.events.handler = call -> assertThat(call.enter(pair.now)).isTrue();
        for (int i = 0; i < 9; i++) {
            pair.client.submit(TestCall.echo("stuck", pair.now + Pair.SECOND));
        }
        pair.pump();
        assertThat(pair.server.connection.open()).isTrue();
        pair.advance(Pair.SECOND);
        pair.pump();
        assertThat(pair.server.connection.open()).isFalse();
        assertThat(pair.client.connection.open()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 60_000, 300_000})
    void neverRunsOutOfRequestCredit(int size) {
        ConnectionLimits small =
                ConnectionLimits.DEFAULT.withLargestMessage(400_000).withRequestBytes(1 << 20);
        Pair pair = new Pair(ConnectionSettings.calling(), server(small));
        List<TestCall> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(pair.client.submit(TestCall.echo(size)));
        }
        pair.pump();
        assertThat(calls).allMatch(call -> "reply".equals(call.ended));
        assertThat(pair.server.connection.counters().requestBytes()).isZero();
    }

    @Test
    void waitsForRequestCredit() {
        ConnectionLimits small =
                ConnectionLimits.DEFAULT.withLargestMessage(400_000).withRequestBytes(1 << 20);
        Pair pair = new Pair(ConnectionSettings.calling(), server(small));
        pair.server.events.handler = call -> {};
        for (int i = 0; i < 5; i++) {
            pair.client.submit(TestCall.echo(400_000));
        }
        pair.pump();
        assertThat(pair.server.events.arrived).hasSize(2);
        assertThat(pair.client.connection.counters().waiting()).isEqualTo(3);
        pair.server.echo(pair.server.events.arrived.get(0));
        pair.pump();
        assertThat(pair.server.events.arrived).hasSize(3);
    }

    @Test
    void letsACallThatIsAloneExceedTheRequestBytes() {
        ConnectionLimits small = ConnectionLimits.DEFAULT.withRequestBytes(1 << 20);
        Pair pair = new Pair(ConnectionSettings.calling(), server(small));
        TestCall first = pair.client.submit(TestCall.echo(3 << 20));
        TestCall second = pair.client.submit(TestCall.echo(3 << 20));
        pair.pump();
        assertThat(first.ended).isEqualTo("reply");
        assertThat(second.ended).isEqualTo("reply");
    }

    @Test
    void refusesMoreRequestBytesThanItAnnounced() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT.withRequestBytes(1 << 20));
        int id = 1;
        for (; id < 33; id += 2) {
            peer.call(id, FrameHeader.END, CallKind.UNARY, 65_000);
        }
        assertThat(peer.events.closed).isNull();
        peer.call(id, FrameHeader.END, CallKind.UNARY, 65_000);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-7.2");
    }

    @Test
    void sendsOnewayCallsBeyondTheSlots() {
        Pair pair = new Pair(ConnectionSettings.calling(), server(SIXTEEN));
        for (int i = 0; i < 1_000; i++) {
            pair.client.submit(TestCall.tell("news " + i));
        }
        pair.pump();
        assertThat(pair.server.events.arrived).hasSize(1_000);
        assertThat(pair.server.connection.counters().requestBytes()).isZero();
    }

    @Test
    void offersNothingWithoutCallsInFlight() {
        Pair pair = new Pair(ConnectionSettings.offering(Pair.ECHO), ConnectionSettings.calling());
        TestCall call = pair.client.submit(TestCall.echo("nobody"));
        pair.pump();
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        TestCall next = pair.client.submit(TestCall.echo("nobody"));
        assertThat(next.failure.code()).isEqualTo(RpcCode.UNKNOWN_METHOD);
    }

    @Test
    void stopsReadingAndDispatchingWhileThePeerDoesNotRead() {
        Pair pair = new Pair();
        pair.pump();
        pair.server.socketTakes = pair.server.handed;
        List<TestCall> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(pair.client.submit(TestCall.echo(60_000)));
        }
        pair.pump();
        assertThat(pair.server.events.paused).isTrue();
        assertThat(pair.server.events.arrived).hasSizeLessThan(25);
        pair.server.socketTakes = Long.MAX_VALUE;
        pair.server.resend();
        pair.pump();
        assertThat(pair.server.events.paused).isFalse();
        assertThat(calls).allMatch(call -> "reply".equals(call.ended));
    }

    @Test
    void stopsReadingWhileLargeRepliesPileUp() {
        Pair pair = new Pair();
        pair.pump();
        pair.server.socketTakes = pair.server.handed;
        for (int i = 0; i < 6; i++) {
            pair.client.submit(TestCall.echo(2 << 20));
        }
        pair.pump();
        assertThat(pair.server.events.paused).isTrue();
        assertThat(pair.server.events.arrived).hasSizeLessThan(5);
        pair.server.socketTakes = Long.MAX_VALUE;
        pair.server.resend();
        pair.pump();
        assertThat(pair.server.events.arrived).hasSize(6);
        assertThat(pair.client.connection.counters().inFlight()).isZero();
    }
}
