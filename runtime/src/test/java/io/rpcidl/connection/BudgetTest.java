package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a peer may do only so often, and what it is refused without harm to others (W-7.4 to W-7.7, B12 to B17). */
class BudgetTest {

    private static RawPeer ready(ConnectionLimits limits) {
        return RawPeer.againstServer(ConnectionSettings.offering(Pair.ECHO).withLimits(limits))
                .hello()
                .bind(0, "test.Echo");
    }

    @Test
    void closesWhenAThousandPongsAreNotRead() {
        ConnectionLimits eager = new ConnectionLimits(65_536, 65_536, 16, 1 << 20, 65_536, 0, 0);
        RawPeer peer = ready(eager);
        byte[] ping = RawPeer.frameBytes(FrameType.PING, 0, 0, "01 02 03 04 05 06 07 08");
        for (int i = 0; i < 1_000; i++) {
            peer.connection.received(ping, 0, ping.length, peer.now);
        }
        assertThat(peer.events.closed).isNull();
        peer.bytes(ping);
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.11");
        assertThat(peer.frames).filteredOn("PONG 0"::equals).hasSize(1_000);
    }

    @Test
    void answersAnyNumberOfPingsThatAreRead() {
        ConnectionLimits eager = new ConnectionLimits(65_536, 65_536, 16, 1 << 20, 65_536, 0, 0);
        RawPeer peer = ready(eager);
        for (int i = 0; i < 5_000; i++) {
            peer.frame(FrameType.PING, 0, 0, "01 02 03 04 05 06 07 08");
        }
        assertThat(peer.events.closed).isNull();
    }

    @Test
    void refusesAMessageAboveItsLimitAndGoesOn() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        peer.frame(FrameType.CALL, FrameHeader.MORE, 1, "00 00 00 00  00  00  01  01 00 40 00  aa"); // 4 MiB + 1
        peer.frame(FrameType.ITEM, FrameHeader.MORE, 1, "bb");
        peer.call(3);
        assertThat(peer.frames).containsExactly("HELLO 0", "BOUND 0", "CREDIT 0", "ERROR 1");
        assertThat(peer.events.log).endsWith("arrived 3 test.Echo.1 \0\0\0");
        assertThat(peer.connection.counters().requestBytes()).isEqualTo(3 + 64);
    }

    @Test
    void doesNotAllocateWhatAHeadOnlyAnnounces() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        long before = allocated();
        for (int id = 1; id < 8; id += 2) {
            peer.frame(FrameType.CALL, FrameHeader.MORE, id, "00 00 00 00  00  00  01  00 00 3f 00  aa");
        }
        assertThat(allocated() - before).isLessThan(256 << 10);
        assertThat(peer.events.closed).isNull();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void refusesSessions() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        peer.frame(FrameType.CALL, FrameHeader.END, 3, "00 00 00 00  04  00  01" + "00".repeat(16));
        peer.call(5);
        assertThat(peer.frames).containsExactly("HELLO 0", "BOUND 0", "ERROR 3");
        assertThat(peer.events.arrived).hasSize(1);
    }

    @Test
    void handsMetadataToTheCallLayer() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        peer.frame(FrameType.CALL, FrameHeader.END, 1, "00 00 00 00  03  00  01  02 0a 0b" + "00".repeat(26) + "61");
        assertThat(peer.events.arrived.get(0).metadata()).containsExactly(10, 11);
        assertThat(peer.events.arrived.get(0).bodyLength()).isEqualTo(1);
    }

    @Test
    void refusesACallThatArrivesTooLate() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        peer.frame(FrameType.CALL, FrameHeader.END, 1, "00 00 00 80  00  00  01");
        peer.advance(0);
        assertThat(peer.frames).endsWith("ERROR 1");
    }

    @Test
    void forgivesTenPingsThatComeTooSoon() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        for (int i = 0; i < 11; i++) {
            peer.frame(FrameType.PING, 0, 0, "01 02 03 04 05 06 07 08");
        }
        assertThat(peer.events.closed).isNull();
        assertThat(peer.frames).filteredOn("PONG 0"::equals).hasSize(11);
        peer.frame(FrameType.PING, 0, 0, "01 02 03 04 05 06 07 08");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.5");
    }

    @Test
    void acceptsPingsAtTheirInterval() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        for (int i = 0; i < 25; i++) {
            peer.frame(FrameType.PING, 0, 0, "01 02 03 04 05 06 07 08").advance(10 * Pair.SECOND);
        }
        assertThat(peer.events.closed).isNull();
    }

    @Test
    void closesAfterTwoHundredCancels() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        int id = 1;
        for (; id < 401; id += 2) {
            peer.call(id).frame(FrameType.CANCEL, 0, id, "00");
        }
        assertThat(peer.events.closed).isNull();
        peer.call(id).frame(FrameType.CANCEL, 0, id, "00");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void keepsItsOwnCancelsWithinThePeersBudget() {
        Pair pair = new Pair();
        pair.server.events.handler = call -> {};
        List<TestCall> calls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            calls.add(pair.client.submit(TestCall.echo("call " + i)));
        }
        pair.pump();
        for (TestCall call : calls) {
            pair.client.connection.cancel(call, CancelReason.CANCELLED, pair.now);
            assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        }
        pair.pump();
        assertThat(pair.server.events.cancelled).hasSize(100);
        for (int window = 2; window <= 10; window++) {
            pair.now += 30 * Pair.SECOND;
            pair.client.connection.timer(pair.now);
            pair.pump();
            assertThat(pair.server.events.cancelled).hasSize(100 * window);
        }
        assertThat(pair.server.events.closed).isNull();
    }

    @Test
    void closesAfterAThousandFramesForEndedCalls() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT).call(3);
        for (int i = 0; i < 1_000; i++) {
            peer.frame(FrameType.ITEM, 0, 1, "");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, 0, 1, "");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void closesAfterTwoHundredExtensions() {
        RawPeer peer = ready(ConnectionLimits.DEFAULT);
        for (int i = 0; i < 200; i++) {
            peer.frame(FrameType.EXT, 0, 0, i % 2 == 0 ? "00 40 01 02" : "ff ff");
        }
        assertThat(peer.events.closed).isNull();
        assertThat(peer.frames).containsExactly("HELLO 0", "BOUND 0");
        peer.frame(FrameType.EXT, 0, 0, "00 40");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.6");
    }
}
