package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;

/** Calls between two connections that are joined in memory. */
class ConnectionTest {

    private final Pair pair = new Pair();

    @Test
    void answersACall() {
        TestCall call = pair.client.submit(TestCall.echo("hello"));
        pair.pump();
        assertThat(call.ended).isEqualTo("reply");
        assertThat(call.text()).isEqualTo("hello");
        assertThat(pair.client.events.log).containsExactly("established rpcidl-java");
        assertThat(pair.server.events.log).containsExactly("established rpcidl-java", "arrived 1 test.Echo.1 hello");
    }

    @Test
    void answersCallsOfTheAcceptingEnd() {
        pair.pump();
        TestCall call = pair.server.submit(TestCall.echo("back"));
        pair.pump();
        assertThat(call.text()).isEqualTo("back");
        assertThat(call.callId()).isEqualTo(2);
    }

    @Test
    void keepsCallsOfTheAcceptingEndUntilHelloIsThere() {
        TestCall call = pair.server.submit(TestCall.echo("early"));
        assertThat(pair.server.drain()).isZero();
        pair.pump();
        assertThat(call.text()).isEqualTo("early");
    }

    @Test
    void answersManyCallsInFlight() {
        for (int round = 0; round < 3; round++) {
            TestCall[] calls = new TestCall[10_000];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = pair.client.submit(TestCall.echo("call " + i));
            }
            pair.pump();
            for (int i = 0; i < calls.length; i++) {
                assertThat(calls[i].text()).isEqualTo("call " + i);
            }
        }
        assertThat(pair.client.connection.counters().inFlight()).isZero();
        assertThat(pair.server.connection.counters().slots()).isZero();
    }

    @Test
    void carriesLargeMessagesInFragments() {
        TestCall large = pair.client.submit(TestCall.echo(4 << 20));
        TestCall small = pair.client.submit(TestCall.echo("small"));
        pair.pump();
        assertThat(large.result).isEqualTo(large.arguments);
        assertThat(small.text()).isEqualTo("small");
    }

    @Test
    void sendsOnewayCalls() {
        TestCall call = pair.client.submit(TestCall.tell("news"));
        assertThat(call.ended).isNull();
        pair.pump();
        assertThat(call.ended).isEqualTo("sent");
        assertThat(pair.server.events.log).contains("arrived 1 test.Echo.2 news oneway");
    }

    @Test
    void refusesAnUnknownService() {
        CallTarget nowhere = new CallTarget("test.Nowhere", SchemaHash.NONE, 1, CallKind.UNARY);
        TestCall call = pair.client.submit(new TestCall(nowhere, OutgoingCall.NO_DEADLINE, new byte[0]));
        pair.pump();
        assertThat(call.failure)
                .isEqualTo(CallFailure.lasting(
                        Outcome.NOT_EXECUTED, RpcCode.UNKNOWN_METHOD, Phase.SERVER_QUEUE, "no such service"));
    }
}
