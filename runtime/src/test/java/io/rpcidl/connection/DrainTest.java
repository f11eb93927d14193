package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;

/** The graceful end and the other ends (W-8.1 to W-8.5). */
class DrainTest {

    private final Pair pair = new Pair();

    @Test
    void closesBothEndsAtOnceWhenNothingIsInFlight() {
        pair.pump();
        pair.client.connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
        pair.pump();
        assertThat(pair.client.events.closed).isEqualTo("drained");
        assertThat(pair.server.events.closed).isEqualTo("drained");
        assertThat(pair.server.events.drain.text()).isEqualTo("bye");
    }

    @Test
    void finishesLargeRepliesBeforeItCloses() {
        TestCall call = pair.client.submit(TestCall.echo(4 << 20));
        while (pair.server.events.arrived.isEmpty()) {
            pair.client.drain();
            pair.client.deliver();
            pair.server.drain();
            pair.server.deliver();
        }
        pair.server.connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
        pair.pump();
        assertThat(call.result).isEqualTo(call.arguments);
        assertThat(pair.client.events.closed).isEqualTo("drained");
    }

    @Test
    void finishesCallsInBothDirections() {
        pair.client.events.handler = call -> {};
        pair.server.events.handler = call -> {};
        TestCall there = pair.client.submit(TestCall.echo("there"));
        pair.pump();
        TestCall back = pair.server.submit(TestCall.echo("back"));
        pair.pump();
        pair.client.connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
        pair.pump();
        assertThat(pair.client.connection.draining()).isTrue();
        pair.client.echo(pair.client.events.arrived.get(0));
        pair.pump();
        assertThat(back.text()).isEqualTo("back");
        assertThat(pair.client.events.closed).isNull();
        pair.server.echo(pair.server.events.arrived.get(0));
        pair.pump();
        assertThat(there.text()).isEqualTo("there");
        assertThat(pair.client.events.closed).isEqualTo("drained");
        assertThat(pair.server.events.closed).isEqualTo("drained");
    }

    @Test
    void refusesNewCallsWhileItDrains() {
        pair.pump();
        pair.client.events.handler = call -> {};
        pair.server.submit(TestCall.echo("keeps it open"));
        pair.pump();
        pair.client.connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
        TestCall call = pair.client.submit(TestCall.echo("late"));
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(call.failure.code()).isEqualTo(RpcCode.DRAINING);
        assertThat(call.failure.transientFailure()).isTrue();
    }

    @Test
    void answersLaterCallsWithDraining() {
        RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo").call(1);
        peer.connection.drain(DrainCode.GOING_AWAY, "bye", peer.now);
        peer.read();
        peer.call(3);
        assertThat(peer.drain.lastAccepted()).isEqualTo(1);
        assertThat(peer.frames).endsWith("DRAIN 0", "ERROR 3");
        assertThat(peer.events.arrived).hasSize(1);
    }

    @Test
    void refusesASecondGracefulDrain() {
        RawPeer peer = RawPeer.againstServer().hello().bind(0, "test.Echo").call(1);
        String drain = "00 00 00 00  00  00 00 00 00  00";
        peer.frame(FrameType.DRAIN, 0, 0, drain).frame(FrameType.DRAIN, 0, 0, drain);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-8.1");
    }

    @Test
    void sendsNoSecondGracefulDrainWhenItIsClosedMeanwhile() {
        pair.server.events.handler = call -> {};
        pair.client.submit(TestCall.echo("in flight"));
        pair.pump();
        pair.client.connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
        pair.client.drain();
        pair.client.connection.close("no more patience", pair.now);
        pair.client.deliver();
        pair.pump();
        assertThat(pair.client.events.closed).isEqualTo("no more patience");
        assertThat(pair.server.events.log).noneMatch(event -> event.startsWith("close W-"));
        assertThat(pair.server.events.log).containsOnlyOnce("drained GOING_AWAY 0");
    }

    @Test
    void endsCallsByTheLastAcceptedOneOfAnErrorDrain() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall below = TestCall.echo("below");
        TestCall above = TestCall.echo("above");
        server.connection.submit(below, server.now);
        server.connection.submit(above, server.now);
        server.read();
        server.frame(FrameType.DRAIN, 0, 0, "01 00 00 00  06  00 00 00 00  02 6e 6f");
        assertThat(below.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        assertThat(above.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(server.events.closed).contains("INTERNAL no");
        assertThat(server.frames).doesNotContain("DRAIN 0");
    }

    @Test
    void runsOnewayCallsThatArrivedBeforeTheEnd() {
        pair.server.events.handler = call -> {};
        TestCall call = pair.client.submit(TestCall.tell("last words"));
        pair.client.drain();
        pair.client.connection.close("bye", pair.now);
        pair.client.drain();
        pair.client.deliver();
        pair.server.connection.transportClosed("end of stream", pair.now);
        assertThat(call.ended).isEqualTo("sent");
        assertThat(pair.server.events.cancelled).isEmpty();
        assertThat(pair.server.events.arrived.get(0).enter(pair.now)).isTrue();
        pair.server.connection.handlerEnded(pair.server.events.arrived.get(0), pair.now);
        assertThat(pair.server.connection.counters().incoming()).isZero();
    }

    @Test
    void survivesCommandsBehindTheEnd() {
        pair.server.events.handler = call -> {};
        pair.client.submit(TestCall.echo("x"));
        pair.pump();
        IncomingCall call = pair.server.events.arrived.get(0);
        assertThat(call.enter(pair.now)).isTrue();
        pair.server.connection.drain(DrainCode.INTERNAL, "broken", pair.now);
        pair.server.connection.reply(call, new byte[3], 0, 3, pair.now);
        pair.server.connection.fail(call, ErrorReply.lasting(RpcCode.INTERNAL, "no"), pair.now);
        pair.server.connection.handlerEnded(call, pair.now);
        pair.server.connection.drain(DrainCode.GOING_AWAY, "again", pair.now);
        pair.server.connection.close("again", pair.now);
        pair.pump();
        pair.server.connection.transportClosed("closed", pair.now);
        pair.server.connection.transportClosed("twice", pair.now);
        assertThat(pair.server.events.log)
                .filteredOn(event -> event.startsWith("close"))
                .hasSize(1);
        assertThat(pair.client.events.drain.code()).isEqualTo(DrainCode.INTERNAL);
    }
}
