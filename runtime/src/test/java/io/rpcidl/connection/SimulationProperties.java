package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random work in both directions under random time, cancels, drains and cuts: every call ends once, and never with a lie. */
class SimulationProperties {

    private static final ConnectionLimits LIMITS = ConnectionLimits.DEFAULT
            .withCallsInFlight(16)
            .withLargestMessage(200_000)
            .withRequestBytes(1 << 20);

    /** A run from one seed. */
    private static final class Run {

        final Random random;
        final Pair pair;
        final List<TestCall> calls = new ArrayList<>();
        final List<Pair.End> callers = new ArrayList<>();
        final Set<String> executed = new HashSet<>();
        final List<Work> work = new ArrayList<>();

        private record Work(Pair.End end, IncomingCall call) {}

        Run(long seed) {
            random = new Random(seed);
            ConnectionSettings settings = ConnectionSettings.offering(Pair.ECHO).withLimits(LIMITS);
            pair = new Pair(settings, settings);
            for (Pair.End end : List.of(pair.client, pair.server)) {
                end.events.handler = call -> work.add(new Work(end, call));
            }
        }

        private static String name(Pair.End caller, long id) {
            return caller.name + id;
        }

        private Pair.End either() {
            return random.nextBoolean() ? pair.client : pair.server;
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> submit();
                case 3, 4 -> move(pair.client);
                case 5, 6 -> move(pair.server);
                case 7, 8, 9 -> handle();
                case 10 -> pair.advance(random.nextInt(400) * Pair.MILLI);
                default -> rarely();
            }
        }

        private void submit() {
            Pair.End end = either();
            long deadline =
                    random.nextBoolean() ? OutgoingCall.NO_DEADLINE : pair.now + random.nextInt(2_000) * Pair.MILLI;
            byte[] arguments = new byte[random.nextInt(4) == 0 ? random.nextInt(250_000) : random.nextInt(40)];
            CallTarget target = random.nextInt(6) == 0 ? TestCall.TELL : TestCall.ECHO;
            calls.add(end.submit(new TestCall(target, deadline, arguments)));
            callers.add(end);
        }

        private void move(Pair.End end) {
            end.drain();
            if (random.nextInt(3) > 0) {
                end.deliver();
            }
        }

        private void handle() {
            if (work.isEmpty()) {
                return;
            }
            Work next = work.remove(random.nextInt(work.size()));
            Connection connection = next.end().connection;
            IncomingCall call = next.call();
            if (random.nextInt(8) == 0) {
                connection.fail(call, ErrorReply.passing(RpcCode.OVERLOADED, "busy"), pair.now);
                assertThat(call.enter(pair.now)).isFalse();
            } else if (call.enter(pair.now)) {
                executed.add(name(next.end().peer, call.callId()));
                if (random.nextInt(8) == 0) {
                    connection.fail(call, ErrorReply.lasting(RpcCode.INTERNAL, "broken"), pair.now);
                } else if (random.nextInt(8) == 0) {
                    connection.declaredError(call, 4, call.body(), 0, call.bodyLength(), pair.now);
                } else {
                    connection.reply(call, call.body(), 0, call.bodyLength(), pair.now);
                }
            }
            connection.handlerEnded(call, pair.now);
        }

        private void rarely() {
            int what = random.nextInt(40);
            if (what < 8 && !calls.isEmpty()) {
                int index = random.nextInt(calls.size());
                CancelReason reason = random.nextBoolean() ? CancelReason.CANCELLED : CancelReason.DEADLINE;
                callers.get(index).connection.cancel(calls.get(index), reason, pair.now);
            } else if (what < 12 && !calls.isEmpty()) {
                int index = random.nextInt(calls.size());
                callers.get(index).connection.requestCancel(calls.get(index), pair.now);
            } else if (what == 12) {
                either().connection.drain(DrainCode.GOING_AWAY, "bye", pair.now);
            } else if (what == 13) {
                Pair.End end = either();
                end.socketTakes = Math.min(end.socketTakes, end.handed + random.nextInt(100_000));
            }
        }

        /** Both transports end; work that was never entered is tried once more. */
        void end() {
            pair.client.deliver();
            pair.server.deliver();
            pair.client.connection.transportClosed("cut", pair.now);
            pair.server.connection.transportClosed("cut", pair.now);
            while (!work.isEmpty()) {
                handle();
            }
        }

        void judge() {
            for (int i = 0; i < calls.size(); i++) {
                TestCall call = calls.get(i);
                String name = name(callers.get(i), call.callId());
                assertThat(call.ended).as(name).isNotNull();
                if (call.outcome() == Outcome.NOT_EXECUTED) {
                    assertThat(executed).as("%s %s", name, call.failure).doesNotContain(name);
                } else if (call.outcome() != Outcome.MAYBE_EXECUTED && call.target != TestCall.TELL) {
                    assertThat(executed).as("%s %s", name, call.failure).contains(name);
                }
                if (call.ended.equals("reply")) {
                    assertThat(call.result).isEqualTo(call.arguments);
                }
            }
            for (Pair.End end : List.of(pair.client, pair.server)) {
                assertThat(end.events.log).noneMatch(event -> event.startsWith("close W-"));
                assertThat(end.connection.counters().slots()).isZero();
                assertThat(end.connection.counters().requestBytes()).isZero();
                assertThat(end.connection.counters().inFlight()).isZero();
                assertThat(end.connection.counters().waiting()).isZero();
            }
        }
    }

    @Property(tries = 1_500)
    void everyCallEndsOnceAndTruly(@ForAll long seed) {
        Run run = new Run(seed);
        int steps = run.random.nextInt(300);
        for (int i = 0; i < steps; i++) {
            run.step();
        }
        run.end();
        run.judge();
    }
}
