package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.Drain;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.OutputBuffer;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a burst of calls has taken is given back by a connection that is idle again. */
class RoomTest {
    private static final int CONNECTIONS = 30;
    private static final int CALLS = 3_000;
    /** At each end. */
    private static final long MOST = 8 << 10;

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Two ends joined in one thread that remember nothing. */
    private static final class Ends {
        private final Connection client;
        private final Connection server;
        private long now;

        Ends() {
            client = Connection.connecting(ConnectionSettings.offering(Pair.ECHO), new Quiet(), now);
            Quiet events = new Quiet();
            server = Connection.accepting(ConnectionSettings.offering(Pair.ECHO), events, now);
            events.answering = call -> {
                call.enter(now);
                server.reply(call, call.body(), 0, call.bodyLength(), now);
                server.handlerEnded(call, now);
            };
        }

        void burst() {
            long deadline = now + 10 * Pair.SECOND;
            List<TestCall> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                TestCall call = TestCall.echo("a call of a burst", deadline);
                client.submit(call, now);
                calls.add(call);
            }
            while (move(client, server) + move(server, client) > 0) {
                // Until both are silent.
            }
            assertThat(calls).allMatch(call -> "reply".equals(call.ended));
        }

        void wait10Seconds() {
            now += 10 * Pair.SECOND;
            client.timer(now);
            server.timer(now);
        }

        private int move(Connection from, Connection to) {
            ByteArrayOutputStream moved = new ByteArrayOutputStream();
            int count = from.drainOutput(moved::write, now);
            from.taken(Long.MAX_VALUE, now);
            to.received(moved.toByteArray(), 0, moved.size(), now);
            return count;
        }
    }

    @Test
    void isGivenBackWithTheNextTimer() {
        List<Ends> connections = new ArrayList<>();
        long before = heap();
        for (int i = 0; i < CONNECTIONS; i++) {
            Ends ends = new Ends();
            ends.burst();
            connections.add(ends);
        }
        long burst = (heap() - before) / CONNECTIONS;
        connections.forEach(Ends::wait10Seconds);
        long idle = (heap() - before) / CONNECTIONS;

        System.out.println("a connection behind a burst, both ends: " + burst + " octets, then " + idle);
        assertThat(burst).isGreaterThan(8 * MOST);
        assertThat(idle).isLessThan(2 * MOST);
    }

    @Test
    void isNotGivenBackWhileItIsInUse() {
        OutputBuffer buffer = new OutputBuffer();
        for (int i = 0; i < 10_000; i++) {
            buffer.u8(i);
        }
        buffer.trim();

        assertThat(buffer.length()).isEqualTo(10_000);
        assertThat(buffer.bytes()[9_999]).isEqualTo((byte) 9_999);
        buffer.clear();
        buffer.trim();
        assertThat(buffer.bytes().length).isLessThan(1_024);
    }

    /** Calls that come behind it find their room again. */
    @Test
    void isTakenAgain() {
        Ends ends = new Ends();
        ends.burst();
        ends.wait10Seconds();
        ends.burst();
    }

    private static final class Quiet implements ConnectionEvents {
        private Consumer<IncomingCall> answering = call -> {};

        @Override
        public void established(Hello peer) {}

        @Override
        public void callArrived(IncomingCall call) {
            answering.accept(call);
        }

        @Override
        public void callCancelled(IncomingCall call) {}

        @Override
        public void drained(Drain received) {}

        @Override
        public void closeTransport(String why) {}

        @Override
        public void resetTransport(String why) {}

        @Override
        public void pauseReading() {}

        @Override
        public void resumeReading() {}
    }
}
