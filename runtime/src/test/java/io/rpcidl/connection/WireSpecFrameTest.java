package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.SpecBlocks;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.value.RpcCode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays the frames that chapter 11 of wire-spec.md shows against an accepting end. */
class WireSpecFrameTest {

    private static final StructCodec<String> TEXT = Codecs.result(Codecs.STRING);

    /** So little room beside the largest message that all credit is given back at once (W-7.10). */
    private static final ConnectionLimits TIGHT =
            ConnectionLimits.DEFAULT.withLargestMessage(1 << 20).withRequestBytes(1 << 20);

    private final List<SpecBlocks.Block> blocks = SpecBlocks.all();

    @Test
    void playsAFragmentedRequestAndItsRefusal() {
        RawPeer peer = RawPeer.againstServer(ConnectionSettings.offering(Pair.named("example.v1.Greeter"))
                        .withLimits(TIGHT))
                .hello()
                .bind(0, "example.v1.Greeter")
                .bytes(SpecBlocks.octets(blocks, "fragments"));
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(TEXT.decode(Arrays.copyOf(call.body(), call.bodyLength()))).isEqualTo("Anna");

        ErrorReply busy = ErrorReply.passing(RpcCode.OVERLOADED, "busy")
                .withRetryAfterMillis(250)
                .withCorrelation(0x0102030405060708L);
        peer.connection.fail(call, busy, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        peer.connection.drainOutput((bytes, offset, length) -> sent.write(bytes, offset, length), peer.now);
        assertThat(sent.toByteArray()).isEqualTo(SpecBlocks.octets(blocks, "error"));
    }
}
