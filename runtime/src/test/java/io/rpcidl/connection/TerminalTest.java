package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server must not send to end a call, and what the caller is told (B08, B09). */
class TerminalTest {

    private static final int END = FrameHeader.END;
    private static final int MORE = FrameHeader.MORE;

    @Test
    void refusesAnswersToHalfARequest() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo(4 << 20);
        server.connection.submit(call, server.now);
        server.connection.drainOutput((bytes, offset, length) -> {}, server.now);
        server.frame(FrameType.REPLY, END, 1, "00 00 00 00  00 00 00 00  00");
        assertThat(server.events.closed).startsWith("W-6.8");
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
    }

    @ParameterizedTest
    @CsvSource({
        "REPLY, 0, 00000000 00000000 00, W-4.5", // neither MORE nor END
        "REPLY, 1, 00000000 00000000 02, W-6.8",
        "REPLY, 1, 00000000 00000000, W-4.4",
        "ERROR, 1, 00000000 00000000 40 01 00, W-6.9",
        "ERROR, 1, 00000000 00000000 08 01, W-6.9", // declared without dispatched
        "ERROR, 1, 00000000 00000000 1a 01, W-6.9", // declared with retry-after
        "ERROR, 1, 00000000 00000000 02 01 01, W-4.4",
        "ERROR, 1, 00000000 00000000 02 01 00 00, W-4.4",
        "ERROR, 2, 00000000 00000000 02 01 00, W-6.9", // goes on though it is not declared
        "ITEM, 1, 00, W-4.5" // no reply has begun
    })
    void checksTerminals(FrameType type, int flags, String payload, String clause) {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("x");
        server.connection.submit(call, server.now);
        server.read();
        server.frame(type, flags == 0 ? 0 : flags == 1 ? END : MORE, 1, payload);
        assertThat(server.ended()).startsWith("PROTOCOL_VIOLATION " + clause + ":");
        assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
    }

    @Test
    void refusesASecondReplyBeforeTheFirstHasEnded() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("x");
        server.connection.submit(call, server.now);
        server.read();
        server.frame(FrameType.REPLY, MORE, 1, "00000000 00000000 00  05000000 01");
        server.frame(FrameType.REPLY, END, 1, "00000000 00000000 00");
        assertThat(server.ended()).startsWith("PROTOCOL_VIOLATION W-4.5");
        assertThat(call.outcome()).isEqualTo(Outcome.EXECUTED);
    }

    @Test
    void dropsASecondReplyBehindTheFirst() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("x");
        server.connection.submit(call, server.now);
        server.read();
        server.frame(FrameType.REPLY, END, 1, "00000000 00000000 00 61");
        server.frame(FrameType.REPLY, END, 1, "00000000 00000000 00 62");
        assertThat(call.text()).isEqualTo("a");
        assertThat(server.ended()).startsWith("not ended");
        assertThat(server.connection.counters().dropped()).isEqualTo(1);
    }

    @Test
    void failsOnlyTheCallWhoseReplyIsTooLarge() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("x");
        TestCall next = TestCall.echo("y");
        server.connection.submit(call, server.now);
        server.connection.submit(next, server.now);
        server.read();
        server.frame(FrameType.REPLY, MORE, 1, "00000000 00000000 00  01004000 01"); // 4 MiB + 1
        assertThat(call.outcome()).isEqualTo(Outcome.EXECUTED);
        assertThat(call.failure.code()).isEqualTo(RpcCode.TOO_LARGE);
        for (int i = 0; i < 64; i++) {
            server.frame(FrameType.ITEM, i < 63 ? MORE : END, 1, "00".repeat(65_536));
        }
        server.frame(FrameType.REPLY, END, 3, "00000000 00000000 00 62");
        assertThat(next.text()).isEqualTo("b");
        assertThat(server.connection.counters().inFlight()).isZero();
    }

    @Test
    void failsACallWhoseReplyIsTooLargeThoughItIsOneFrame() {
        ConnectionLimits limits = new ConnectionLimits(131_072, 65_536, 16, 1 << 20, 65_536, 0, 10_000);
        RawPeer server = RawPeer.againstClient(
                        ConnectionSettings.offering(Pair.ECHO).withLimits(limits))
                .hello();
        TestCall largest = call(server);
        TestCall larger = call(server);
        server.frame(FrameType.REPLY, END, 1, "00000000 00000000 00" + "61".repeat(65_536));
        assertThat(largest.result).hasSize(65_536);
        server.frame(FrameType.REPLY, END, 3, "00000000 00000000 00" + "61".repeat(65_537));
        assertThat(larger.outcome()).isEqualTo(Outcome.EXECUTED);
        assertThat(larger.failure.code()).isEqualTo(RpcCode.TOO_LARGE);
        assertThat(larger.failure.text()).contains("65537 bytes");
        assertThat(server.events.closed).isNull();
    }

    private static TestCall call(RawPeer server) {
        TestCall call = TestCall.echo("x");
        server.connection.submit(call, server.now);
        server.read();
        return call;
    }

    @Test
    void countsAnUnknownCodeAsInternal() {
        RawPeer server = RawPeer.againstClient().hello();
        TestCall call = TestCall.echo("x");
        server.connection.submit(call, server.now);
        server.read();
        server.frame(FrameType.ERROR, END, 1, "00000000 00000000 00 63 02 6e 6f");
        assertThat(call.failure.code()).isEqualTo(RpcCode.INTERNAL);
        assertThat(call.failure.text()).isEqualTo("code 99: no");
    }

    @Test
    void endsAllCallsWhenTheVersionIsRefused() {
        RawPeer server = RawPeer.againstClient();
        TestCall call = TestCall.echo("x");
        server.connection.submit(call, server.now);
        server.read();
        server.frame(FrameType.DRAIN, 0, 0, "00 00 00 00  01  00 00 00 00  00");
        assertThat(call.outcome()).isEqualTo(Outcome.NOT_EXECUTED);
        assertThat(call.failure.code()).isEqualTo(RpcCode.INCOMPATIBLE);
        assertThat(server.events.closed).isNotNull();
    }
}
