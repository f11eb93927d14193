package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;

/** The outcomes that the called end decides: refused, expired, cancelled, executed (W-6.5 to W-6.9, W-9.2). */
class ServerOutcomeTest {

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
    void learnsTheTruthWhenItOnlyAsksToCancel() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("sent"));
        pair.pump();
        pair.client.connection.requestCancel(call, pair.now);
        assertThat(call.ended).isNull();
        pair.pump();
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.CANCELLED, Phase.SERVER_QUEUE);
    }

    @Test
    void learnsTheResultOfAHandlerThatIgnoresCancel() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("sent"));
        pair.pump();
        assertThat(arrived(0).enter(pair.now)).isTrue();
        pair.client.connection.requestCancel(call, pair.now);
        pair.pump();
        assertThat(pair.server.events.log).contains("cancelled 1");
        pair.server.connection.reply(arrived(0), new byte[] {42}, 0, 1, pair.now);
        pair.pump();
        assertThat(call.result).containsExactly(42);
    }

    @Test
    void isNotExecutedWhenTheDeadlinePassesInTheServersQueue() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("queued", pair.now + Pair.SECOND));
        pair.pump();
        pair.now += Pair.SECOND;
        pair.server.connection.timer(pair.now);
        pair.pump();
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.DEADLINE, Phase.SERVER_QUEUE);
        assertThat(call.failure.transientFailure()).isTrue();
        assertThat(arrived(0).enter(pair.now)).isFalse();
        assertThat(pair.server.connection.counters().slots()).isEqualTo(1);
        pair.server.connection.handlerEnded(arrived(0), pair.now);
        assertThat(pair.server.connection.counters().slots()).isZero();
    }

    @Test
    void isExecutedWhenTheDeadlinePassesInTheHandler() {
        parkAtTheServer();
        TestCall call = pair.client.submit(TestCall.echo("running", pair.now + Pair.SECOND));
        pair.pump();
        assertThat(arrived(0).enter(pair.now + 1_000_000)).isTrue();
        pair.now += Pair.SECOND;
        pair.server.connection.timer(pair.now);
        pair.pump();
        assertFailed(call, Outcome.EXECUTED, RpcCode.DEADLINE, Phase.HANDLER);
        assertThat(pair.server.events.log).contains("cancelled 1");
        assertThat(call.serverQueueNanos()).isEqualTo(1_000_000);
        assertThat(call.serverHandlerNanos()).isEqualTo(Pair.SECOND - 1_000_000);
        pair.server.connection.reply(arrived(0), new byte[1], 0, 1, pair.now);
        pair.server.connection.handlerEnded(arrived(0), pair.now);
        assertThat(pair.server.connection.hasOutput()).isFalse();
    }

    @Test
    void takesDispatchedFromTheCallAndNotFromTheError() {
        parkAtTheServer();
        TestCall before = pair.client.submit(TestCall.echo("before"));
        TestCall after = pair.client.submit(TestCall.echo("after"));
        pair.pump();
        assertThat(arrived(1).enter(pair.now)).isTrue();
        ErrorReply error = ErrorReply.lasting(RpcCode.INTERNAL, "no").withCorrelation(99);
        pair.server.connection.fail(arrived(0), error, pair.now);
        pair.server.connection.fail(arrived(1), error, pair.now);
        pair.pump();
        assertFailed(before, Outcome.NOT_EXECUTED, RpcCode.INTERNAL, Phase.SERVER_QUEUE);
        assertFailed(after, Outcome.EXECUTED, RpcCode.INTERNAL, Phase.HANDLER);
        assertThat(after.failure.correlation()).isEqualTo(99);
        assertThat(arrived(0).enter(pair.now)).isFalse();
    }

    @Test
    void carriesRetryAfter() {
        pair.server.events.handler = call -> pair.server.connection.fail(
                call, ErrorReply.passing(RpcCode.OVERLOADED, "busy").withRetryAfterMillis(250), pair.now);
        TestCall call = pair.client.submit(TestCall.echo("busy"));
        pair.pump();
        assertFailed(call, Outcome.NOT_EXECUTED, RpcCode.OVERLOADED, Phase.SERVER_QUEUE);
        assertThat(call.failure.retryAfterMillis()).isEqualTo(250);
    }

    @Test
    void carriesDeclaredErrors() {
        pair.server.events.handler = call -> {
            assertThat(call.enter(pair.now)).isTrue();
            pair.server.connection.declaredError(call, 3, call.body(), 0, call.bodyLength(), pair.now);
            pair.server.connection.handlerEnded(call, pair.now);
        };
        TestCall small = pair.client.submit(TestCall.echo("small"));
        TestCall large = pair.client.submit(TestCall.echo(60_000));
        TestCall larger = pair.client.submit(TestCall.echo(200_000));
        pair.pump();
        for (TestCall call : new TestCall[] {small, large, larger}) {
            assertThat(call.ended).isEqualTo("declared");
            assertThat(call.number).isEqualTo(3);
            assertThat(call.result).isEqualTo(call.arguments);
        }
    }

    @Test
    void isExecutedWhenTheServerFindsTheReplyTooLarge() {
        ConnectionLimits small = ConnectionLimits.DEFAULT.withLargestMessage(65_536);
        Pair unequal = new Pair(ConnectionSettings.calling().withLimits(small), ConnectionSettings.offering(Pair.ECHO));
        TestCall call = unequal.client.submit(TestCall.echo(65_537));
        TestCall next = unequal.client.submit(TestCall.echo("next"));
        unequal.pump();
        assertFailed(call, Outcome.EXECUTED, RpcCode.TOO_LARGE, Phase.HANDLER);
        assertThat(next.text()).isEqualTo("next");
    }

    @Test
    void refusesTheQueuedAndStopsTheRunningWhenTheCallerIsGone() {
        parkAtTheServer();
        pair.client.submit(TestCall.echo("queued"));
        pair.client.submit(TestCall.echo("running"));
        pair.client.submit(TestCall.tell("oneway"));
        pair.pump();
        assertThat(arrived(1).enter(pair.now)).isTrue();
        pair.server.connection.transportClosed("reset", pair.now);
        assertThat(arrived(0).enter(pair.now)).isFalse();
        assertThat(pair.server.events.cancelled).containsExactly(arrived(0), arrived(1));
        assertThat(arrived(2).enter(pair.now)).isTrue();
        for (int i = 0; i < 3; i++) {
            pair.server.connection.handlerEnded(arrived(i), pair.now);
        }
        assertThat(pair.server.connection.counters().slots()).isZero();
        assertThat(pair.server.connection.counters().requestBytes()).isZero();
    }
}
