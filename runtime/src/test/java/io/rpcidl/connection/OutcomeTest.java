package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;

/** Each row of the table of outcomes that concerns one connection (W-9.1 to W-9.5). */
class OutcomeTest {

    private final Pair pair = new Pair();

    private void parkAtTheServer() {
        pair.server.events.handler = call -> {};
    }

    private IncomingCall arrived(int index) {
        return pair.server.events.arrived.get(index);
    }

    private static void assertFailed(TestCall call, Outcome outcome, RpcCode code, Phase phase) {
        assertThat(call.ended).isEqualTo("failed");
        assertThat(call.failure)
                .extracting(CallFailure::outcome, CallFailure::code, CallFailure::phase)
                .containsExactly(outcome, code, phase);
    }

    @Test
    void refusesACallWhoseDeadlineHasPassed() {
        TestCall call = pair.client.submit(TestCall.echo("late", pair.now));
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.DEADLINE, Phase.LOCAL_QUEUE);
    }

    @Test
    void refusesACallWhenTheQueueIsFull() {
        Pair small = new Pair(ConnectionSettings.calling().withWaitingCalls(1), ConnectionSettings.offering(Pair.ECHO));
        small.client.submit(TestCall.echo("one"));
        TestCall call = small.client.submit(TestCall.echo("two"));
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED, Phase.LOCAL_QUEUE);
        assertThat(call.failure.transientFailure()).isTrue();
    }

    @Test
    void refusesACallOnAClosedConnection() {
        pair.client.connection.transportClosed("gone", pair.now);
        TestCall call = pair.client.submit(TestCall.echo("late"));
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE);
    }

    @Test
    void refusesAMessageAboveThePeersLimitBeforeSendingIt() {
        pair.pump();
        TestCall call = pair.client.submit(TestCall.echo((4 << 20) + 1));
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE, Phase.LOCAL_QUEUE);
        assertThat(pair.client.connection.hasOutput()).isFalse();
    }

    @Test
    void refusesAMessageAboveThePeersLimitThatWaitedForItsHello() {
        TestCall call = pair.client.submit(TestCall.echo((4 << 20) + 1));
        pair.pump();
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.TOO_LARGE, Phase.LOCAL_QUEUE);
        assertThat(pair.server.events.arrived).isEmpty();
    }

    @Test
    void withdrawsACallThatIsCancelledBeforeItIsHandedOver() {
        TestCall call = pair.client.submit(TestCall.echo("never"));
        pair.client.connection.cancel(call, CancelReason.CANCELLED, pair.now);
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.CANCELLED, Phase.LOCAL_QUEUE);
        pair.pump();
        assertThat(pair.server.events.arrived).isEmpty();
    }

    @Test
    void withdrawsACallWhoseDeadlinePassesBeforeItIsHandedOver() {
        TestCall call = pair.client.submit(TestCall.echo("never", pair.now + Pair.SECOND));
        pair.advance(Pair.SECOND);
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.DEADLINE, Phase.LOCAL_QUEUE);
    }

    @Test
    void withdrawsTheRestOfACallThatIsCancelledHalfway() {
        pair.pump();
        TestCall call = pair.client.submit(TestCall.echo(4 << 20));
        pair.client.drain();
        pair.client.connection.cancel(call, CancelReason.CANCELLED, pair.now);
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.CANCELLED, Phase.SENDING);
        pair.pump();
        assertThat(pair.server.events.arrived).isEmpty();
        assertThat(pair.server.connection.counters().incoming()).isZero();
        assertThat(pair.server.connection.counters().requestBytes()).isZero();
        assertThat(pair.client.connection.counters().inFlight()).isZero();
    }

    @Test
    void knowsNothingAfterACancelBehindTheHandOver() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("sent"));
        pair.client.drain();
        pair.client.connection.cancel(call, CancelReason.CANCELLED, pair.now);
        assertFailed(call, Outcome.MAYBE_EXECUTED, RpcCode.CANCELLED, Phase.AWAITING_REPLY);
        pair.pump();
        assertThat(pair.server.events.log).contains("cancelled 1");
        assertThat(arrived(0).enter(pair.now)).isFalse();
        assertThat(pair.client.connection.counters().inFlight()).isZero();
    }

    @Test
    void knowsNothingAtADeadlineBehindTheHandOver() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("sent", pair.now + Pair.SECOND));
        pair.client.drain();
        pair.advance(Pair.SECOND);
        assertFailed(call, Outcome.MAYBE_EXECUTED, RpcCode.DEADLINE, Phase.AWAITING_REPLY);
    }

    @Test
    void countsOnTheBytesThatTheSocketTook() {
        pair.pump();
        pair.client.socketTakes = pair.client.handed + 1;
        TestCall call = pair.client.submit(TestCall.echo("stuck"));
        pair.client.drain();
        pair.client.deliver();
        pair.client.connection.transportClosed("reset", pair.now);
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE, Phase.SENDING);
        assertThat(call.failure.transientFailure()).isTrue();
    }

    @Test
    void knowsNothingWhenTheSocketTookTheLastByte() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("sent"));
        pair.client.drain();
        pair.client.connection.taken(pair.client.handed, pair.now);
        pair.client.connection.transportClosed("reset", pair.now);
        assertFailed(call, Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE, Phase.AWAITING_REPLY);
    }

    @Test
    void isExecutedWhenHalfOfTheReplyIsHere() {
        TestCall call = pair.client.submit(TestCall.echo(50_000));
        pair.pump();
        TestCall second = pair.client.submit(TestCall.echo(500_000));
        pair.client.drain();
        pair.client.deliver();
        while (pair.server.events.arrived.size() < 2) {
            pair.client.drain();
            pair.client.deliver();
        }
        pair.server.socketTakes = pair.server.handed + 100_000;
        pair.server.drain();
        pair.server.deliver();
        pair.client.connection.transportClosed("reset", pair.now);
        assertThat(call.ended).isEqualTo("reply");
        assertFailed(second, Outcome.EXECUTED, RpcCode.UNAVAILABLE, Phase.DECODING_REPLY);
    }

    @Test
    void isNotExecutedAboveTheLastAcceptedCall() {
        parkAtTheServer();
        TestCall accepted = pair.client.submit(TestCall.echo("accepted"));
        pair.pump();
        TestCall crossing = pair.client.submit(TestCall.echo("crossing"));
        pair.client.drain();
        TestCall waiting = pair.client.submit(TestCall.echo("waiting"));
        pair.server.connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
        pair.server.drain();
        pair.server.deliver();
        assertThat(accepted.ended).isNull();
        assertFailed(crossing, Outcome.NOT_EXECUTED, RpcCode.DRAINING, Phase.SENDING);
        assertFailed(waiting, Outcome.NOT_EXECUTED, RpcCode.DRAINING, Phase.LOCAL_QUEUE);
        pair.pump();
        assertThat(pair.server.events.arrived).hasSize(1);
        pair.server.echo(arrived(0));
        pair.pump();
        assertThat(accepted.text()).isEqualTo("accepted");
        assertThat(pair.client.events.closed).isEqualTo("drained");
        assertThat(pair.server.events.closed).isEqualTo("drained");
    }

    @Test
    void treatsABrokenProtocolLikeALostConnection() {
        parkAtTheServer();
        TestCall sent = pair.client.submit(TestCall.echo("sent"));
        pair.pump();
        TestCall waiting = pair.client.submit(TestCall.echo("waiting"));
        pair.client.connection.received(new byte[8], 0, 8, pair.now);
        assertFailed(sent, Outcome.MAYBE_EXECUTED, RpcCode.PROTOCOL_ERROR, Phase.AWAITING_REPLY);
        assertFailed(waiting, Outcome.NOT_EXECUTED, RpcCode.PROTOCOL_ERROR, Phase.LOCAL_QUEUE);
        assertThat(pair.client.events.closed).startsWith("W-4.2: ");
    }

    @Test
    void endsCallsByWhatWasHandedOverWhenTheUserCloses() {
        parkAtTheServer();
        TestCall sent = pair.client.submit(TestCall.echo("sent"));
        pair.client.drain();
        TestCall waiting = pair.client.submit(TestCall.echo("waiting"));
        pair.client.connection.close("closed by the user", pair.now);
        assertFailed(sent, Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE, Phase.AWAITING_REPLY);
        assertFailed(waiting, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE);
    }

    @Test
    void reportsACallThatFailsInsideAFailureOnlyOnce() {
        TestCall first = TestCall.echo("first");
        TestCall second = TestCall.echo("second");
        first.then = () -> pair.client.submit(second);
        pair.client.submit(first);
        pair.client.connection.transportClosed("gone", pair.now);
        assertFailed(first, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE);
        assertFailed(second, Outcome.NOT_EXECUTED, RpcCode.UNAVAILABLE, Phase.LOCAL_QUEUE);
    }
}
