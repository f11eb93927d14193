package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Cuts a session of calls in both directions after each byte, and compares what the callers are told with what the handlers
 * did (C01, C02, W-9.4).
 */
class CutTest {

    /** One run of the script with what its handlers did. */
    private static final class Session {

        final Pair pair = new Pair();
        final List<TestCall> calls = new ArrayList<>();
        final Set<String> arrived = new HashSet<>();
        final Set<String> executed = new HashSet<>();
        final List<IncomingCall> parked = new ArrayList<>();

        Session() {
            pair.client.events.handler = call -> handle(pair.client, call);
            pair.server.events.handler = call -> handle(pair.server, call);
        }

        private void handle(Pair.End end, IncomingCall call) {
            String text = new String(call.body(), 0, Math.min(12, call.bodyLength()), StandardCharsets.ISO_8859_1);
            arrived.add(text);
            if (text.startsWith("refuse")) {
                end.connection.fail(call, ErrorReply.passing(RpcCode.OVERLOADED, "busy"), pair.now);
                end.connection.handlerEnded(call, pair.now);
                return;
            }
            if (text.startsWith("queue")) {
                parked.add(call);
                return;
            }
            assertThat(call.enter(pair.now)).isTrue();
            executed.add(text);
            if (text.startsWith("park")) {
                parked.add(call);
            } else {
                answer(end, call, text);
                end.connection.handlerEnded(call, pair.now);
            }
        }

        private void answer(Pair.End end, IncomingCall call, String text) {
            if (text.startsWith("declared")) {
                end.connection.declaredError(call, 7, call.body(), 0, call.bodyLength(), pair.now);
            } else if (text.startsWith("broken")) {
                end.connection.fail(call, ErrorReply.lasting(RpcCode.INTERNAL, "broken"), pair.now);
            } else {
                end.connection.reply(call, call.body(), 0, call.bodyLength(), pair.now);
            }
        }

        private void call(Pair.End end, String name, int padding) {
            String text =
                    (name + "            ").substring(0, 11) + (end == pair.client ? "C" : "S") + "x".repeat(padding);
            calls.add(end.submit(TestCall.echo(text)));
        }

        void play(int padding) {
            call(pair.client, "echo1", 0);
            call(pair.client, "declared", 3);
            pair.pump();
            call(pair.server, "echo2", 0);
            call(pair.client, "broken", 0);
            call(pair.client, "large", padding);
            call(pair.client, "refuse", 1);
            call(pair.server, "large2", padding);
            pair.pump();
            call(pair.client, "park", 2);
            call(pair.server, "park2", 2);
            call(pair.server, "queue", 0);
            call(pair.client, "queue2", 0);
            call(pair.client, "cancel", 0);
            pair.client.connection.cancel(calls.get(calls.size() - 1), CancelReason.CANCELLED, pair.now);
            pair.pump();
            calls.add(pair.client.submit(TestCall.tell("tell       C")));
            call(pair.server, "echo3", 1);
            call(pair.client, "echo4", 1);
            pair.pump();
        }

        void cut() {
            pair.client.connection.transportClosed("cut", pair.now);
            pair.server.connection.transportClosed("cut", pair.now);
            for (IncomingCall call : parked) {
                String text = new String(call.body(), 0, Math.min(12, call.bodyLength()), StandardCharsets.ISO_8859_1);
                if (call.enter(pair.now)) {
                    executed.add(text);
                }
            }
        }

        void judge() {
            for (TestCall call : calls) {
                String name = new String(call.arguments, 0, 12, StandardCharsets.ISO_8859_1);
                assertThat(call.ended).as(name).isNotNull();
                if (call.outcome() == null) {
                    continue;
                }
                if (call.outcome() == Outcome.NOT_EXECUTED) {
                    assertThat(executed).as("not executed").doesNotContain(name);
                } else {
                    assertThat(arrived).as("%s is %s", name, call.failure).contains(name);
                }
                if (call.outcome() == Outcome.EXECUTED) {
                    assertThat(executed).contains(name);
                }
            }
        }
    }

    private static long[] bytesOf(int padding) {
        Session whole = new Session();
        whole.play(padding);
        assertThat(whole.calls.get(0).ended).isEqualTo("reply");
        return new long[] {whole.pair.client.handed, whole.pair.server.handed};
    }

    @Test
    void neverLiesWhereverTheConnectionIsCut() {
        long[] bytes = bytesOf(40);
        for (int end = 0; end < 2; end++) {
            for (long cut = 0; cut <= bytes[end]; cut++) {
                Session session = new Session();
                (end == 0 ? session.pair.client : session.pair.server).socketTakes = cut;
                session.play(40);
                session.cut();
                session.judge();
            }
        }
    }

    @Test
    void neverLiesWhenFragmentsAreCut() {
        int padding = 40_000;
        long[] bytes = bytesOf(padding);
        for (int end = 0; end < 2; end++) {
            for (long cut = 0; cut <= bytes[end]; cut += 211) {
                Session session = new Session();
                (end == 0 ? session.pair.client : session.pair.server).socketTakes = cut;
                session.play(padding);
                session.cut();
                session.judge();
            }
        }
    }
}
