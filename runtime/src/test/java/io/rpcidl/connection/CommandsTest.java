package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.connection.ConnectionSettings.Budgets;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows at once from what the owner of a connection tells it, without waiting for the next input. */
class CommandsTest {

    private static final int END = FrameHeader.END;

    private final ByteBudget outbound = new ByteBudget(64 << 20);
    private final ConnectionSettings settings =
            ConnectionSettings.offering(Pair.ECHO).withBudgets(new Budgets(new ByteBudget(64 << 20), outbound));
    private RawPeer peer;
    private IncomingCall call;

    /** A server with one call that its handler has entered, and no output. */
    @BeforeEach
    void serve() {
        peer = RawPeer.againstServer(settings).hello().bind(0, "test.Echo");
        peer.frame(FrameType.CALL, END, 1, "00000000 00 00 01 61");
        call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
    }

    private void largeAnswersAreCounted(int octets) {
        assertThat(outbound.used()).isGreaterThanOrEqualTo(octets);
    }

    @Test
    void repliesAreCounted() {
        peer.connection.reply(call, new byte[50_000], 0, 50_000, peer.now);
        largeAnswersAreCounted(50_000);
    }

    @Test
    void declaredErrorsAreCounted() {
        peer.connection.declaredError(call, 1, new byte[50_000], 0, 50_000, peer.now);
        largeAnswersAreCounted(50_000);
    }

    @Test
    void metadataOfFailuresIsCounted() {
        call.answerMetadata(new byte[8_192]);
        peer.connection.fail(call, ErrorReply.lasting(RpcCode.FORBIDDEN, "no"), peer.now);
        largeAnswersAreCounted(8_192);
    }

    @Test
    void whatIsHandedOverAndNotTakenIsCounted() {
        peer = RawPeer.againstClient(settings).hello();
        peer.connection.submit(TestCall.echo(2_000_000), peer.now);
        peer.connection.drainOutput((bytes, offset, length) -> {}, peer.now);
        largeAnswersAreCounted(256 << 10);
    }

    @Test
    void aDrainEndsWithItsLastHandler() {
        peer.frame(FrameType.CALL, END, 3, "00000000 08 00 01 61");
        IncomingCall oneway = peer.events.arrived.get(1);
        assertThat(oneway.enter(peer.now)).isTrue();
        peer.connection.reply(call, new byte[1], 0, 1, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        peer.connection.drain(DrainCode.GOING_AWAY, "bye", peer.now);
        peer.read();
        peer.frame(FrameType.DRAIN, 0, 0, "00000000 00 00000000 00");
        assertThat(peer.events.closed).isNull();
        peer.connection.handlerEnded(oneway, peer.now);
        assertThat(peer.events.closed).isEqualTo("drained");
    }

    @Test
    void aDrainThatHasNothingToWaitForEndsAtOnce() {
        peer.connection.reply(call, new byte[1], 0, 1, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        peer.read();
        peer.frame(FrameType.DRAIN, 0, 0, "00000000 00 00000000 00");
        peer.connection.drain(DrainCode.GOING_AWAY, "bye", peer.now);
        assertThat(peer.events.closed).isEqualTo("drained");
    }

    @Test
    void aDrainEndsWithTheLastCallThatIsGivenUp() {
        peer = RawPeer.againstClient(settings);
        TestCall waits = TestCall.echo("x");
        peer.connection.submit(waits, peer.now);
        assertThat(peer.connection.unfinishedCalls()).isEqualTo(1);
        peer.connection.cancel(waits, CancelReason.CANCELLED, peer.now);
        assertThat(peer.connection.unfinishedCalls()).isZero();
        assertThat(waits.ended).isEqualTo("failed");
    }

    @Test
    void saysWhetherItTakesCalls() {
        RawPeer fresh = RawPeer.againstServer(settings);
        assertThat(fresh.connection.established()).isFalse();
        assertThat(fresh.connection.open()).isTrue();
        fresh.hello();
        assertThat(fresh.connection.established()).isTrue();
        assertThat(fresh.connection.open()).isTrue();

        assertThat(peer.connection.open()).isTrue();
        peer.connection.drain(DrainCode.GOING_AWAY, "bye", peer.now);
        assertThat(peer.connection.draining()).isTrue();
        assertThat(peer.connection.open()).isFalse();
        assertThat(peer.connection.closed()).isFalse();

        fresh.connection.close("over", fresh.now);
        assertThat(fresh.connection.closed()).isTrue();
        assertThat(fresh.connection.open()).isFalse();
        assertThat(fresh.connection.draining()).isFalse();
    }

    @Test
    void countsWhatHasCome() {
        RawPeer fresh = RawPeer.againstServer(settings).octets("07000001 00000000 72706369 01 0100");
        assertThat(fresh.connection.counters().received()).isEqualTo(15);
        assertThat(fresh.connection.counters().taken()).isEqualTo(fresh.handed);
        assertThat(fresh.connection.counters().outstanding()).isZero();
    }

    @Test
    void aCloseTellsThePeerOnce() {
        peer.connection.close("over", peer.now);
        peer.read();
        assertThat(peer.ended()).isEqualTo("GOING_AWAY over");

        serve();
        peer.connection.drain(DrainCode.GOING_AWAY, "bye", peer.now);
        peer.connection.close("over", peer.now);
        peer.read();
        assertThat(peer.frames).filteredOn("DRAIN 0"::equals).hasSize(1);
        assertThat(peer.ended()).isEqualTo("GOING_AWAY bye");
    }

    @Test
    void creditComesBackForUploadsToo() {
        peer.frame(FrameType.CALL, 0, 3, "00000000 20 00 01 61").frame(FrameType.ITEM, 0, 3, "61".repeat(16_384 - 64));
        peer.connection.itemsTaken(peer.events.arrived.get(1), 16_384, peer.now);
        peer.read();
        assertThat(peer.credits(3)).containsExactly(16_384);
    }

    /** A service that is not offered: what may be on its way is not counted, and all that is above it is (W-7.7). */
    @Test
    void whatFollowsARefusedRequestIsKnown() {
        peer.bind(1, "test.Nothing").frame(FrameType.CALL, FrameHeader.MORE, 3, "00000000 00 01 01 64000000 61 62 63");
        assertThat(peer.frames).endsWith("ERROR 3");
        for (int i = 0; i < 97 + 1 + 1_000; i++) {
            peer.frame(FrameType.ITEM, FrameHeader.MORE, 3, "61");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, FrameHeader.MORE, 3, "61");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void whatFollowsARefusedUploadIsKnown() {
        peer.bind(1, "test.Nothing").frame(FrameType.CALL, 0, 3, "00000000 20 01 01 61");
        for (int i = 0; i < 64; i++) {
            peer.frame(FrameType.ITEM, 0, 3, "61".repeat(1_024));
        }
        for (int i = 0; i < 1 + 1_000; i++) {
            peer.frame(FrameType.ITEM, 0, 3, "61");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, 0, 3, "61");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void nothingFollowsARefusedRequestThatWasWhole() {
        peer.bind(1, "test.Nothing").frame(FrameType.CALL, END, 3, "00000000 20 01 01 61");
        for (int i = 0; i < 1_000; i++) {
            peer.frame(FrameType.ITEM, 0, 3, "61");
        }
        assertThat(peer.events.closed).isNull();
        peer.frame(FrameType.ITEM, 0, 3, "61");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }
}
