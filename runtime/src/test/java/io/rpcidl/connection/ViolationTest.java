package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.value.RpcCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer must not send, and the clause that it is told (B01, B02, B04 to B08). */
class ViolationTest {

    private static final int END = FrameHeader.END;
    private static final int MORE = FrameHeader.MORE;

    private final RawPeer peer = RawPeer.againstServer();

    private RawPeer ready() {
        return peer.hello().bind(0, "test.Echo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                "\0\0\0\0\0\0\0\0",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void refusesOtherProtocols(String opening) {
        byte[] bytes = opening.getBytes(StandardCharsets.ISO_8859_1);
        for (byte octet : bytes) {
            peer.bytes(new byte[] {octet});
        }
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.");
        assertThat(peer.frames).containsExactly("DRAIN 0");
    }

    @Test
    void refusesAMegabyteOfZeros() {
        peer.bytes(new byte[1 << 20]);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.2: frame type 0");
    }

    @Test
    void refusesTheWrongMagic() {
        peer.frame(FrameType.HELLO, 0, 0, "72 70 63 6a  01  01 00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-5.2");
    }

    @ParameterizedTest
    @CsvSource({
        "01 02 00, VERSION_REFUSED W-5.3",
        "02 02 00 ff ff, VERSION_REFUSED W-5.3",
        "01 00 00, VERSION_REFUSED W-5.3",
        "01 02 00 01 00 04 00 01 00 00 00, VERSION_REFUSED W-5.3", // what follows is of another version
        "00, PROTOCOL_VIOLATION W-5.2",
        "11 01 00, PROTOCOL_VIOLATION W-5.2",
        "02 01 00, PROTOCOL_VIOLATION W-4.4"
    })
    void refusesVersions(String versions, String expected) {
        peer.frame(FrameType.HELLO, 0, 0, "72 70 63 69" + versions);
        assertThat(peer.ended()).startsWith(expected);
        assertThat(peer.drain.lastAccepted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "01 00 04 00 ff 3f 00 00, PROTOCOL_VIOLATION W-5.6", // largest frame 16,383
        "01 00 04 00 00 00 00 01, PROTOCOL_VIOLATION W-5.6", // largest frame 16,777,216
        "02 00 04 00 ff ff 00 00, PROTOCOL_VIOLATION W-5.6", // largest message 65,535
        "03 00 04 00 0f 00 00 00, PROTOCOL_VIOLATION W-5.6", // 15 calls in flight
        "04 00 08 00 ff ff 0f 00 00 00 00 00, PROTOCOL_VIOLATION W-5.6", // 1 MiB - 1 of request bytes
        "05 00 04 00 00 00 00 00, PROTOCOL_VIOLATION W-5.6", // streams that could never begin
        "01 00 03 00 ff ff ff, PROTOCOL_VIOLATION W-5.4", // three octets for a u32
        "05 00 04 00 01 00 00 00 05 00 04 00 01 00 00 00, PROTOCOL_VIOLATION W-5.4", // twice
        "99 00 00 00 99 80 00 00, PROTOCOL_VIOLATION W-5.4", // twice, once critical
        "99 80 00 00, INCOMPATIBLE_HELLO W-5.4", // unknown and critical
        "09 80 00 00, INCOMPATIBLE_HELLO W-5.4", // a session, critical
        "0c 00 01 00 ff, PROTOCOL_VIOLATION W-1.4", // a name that is not UTF-8
        "99 00 05 00 00, PROTOCOL_VIOLATION W-4.4" // longer than the payload
    })
    void refusesParameters(String parameter, String expected) {
        peer.frame(FrameType.HELLO, 0, 0, "72 70 63 69  01 01 00" + parameter);
        assertThat(peer.ended()).startsWith(expected);
    }

    @Test
    void ignoresUnknownParameters() {
        peer.frame(
                FrameType.HELLO,
                0,
                0,
                "72 70 63 69  02 07 00 01 00  99 00 02 00 aa bb  09 00 00 00  01 80 04 00 00 40 00 00");
        assertThat(peer.frames).containsExactly("HELLO 0");
    }

    @Test
    void refusesASecondHello() {
        assertThat(peer.hello().hello().ended()).startsWith("PROTOCOL_VIOLATION W-5.1: a second HELLO");
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameType.class,
            names = {"HELLO", "QUERY", "ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesEachFrameBeforeHello(FrameType type) {
        int id = Arrays.asList(FrameType.CALL, FrameType.ITEM, FrameType.REPLY, FrameType.ERROR, FrameType.CANCEL)
                        .contains(type)
                ? 1
                : 0;
        peer.frame(type, 0, id, "00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-5.1: " + type + " before HELLO");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 14, 16, 31})
    void refusesTypesThatAreNotInUse(int type) {
        ready().header((long) type << 24);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.2: frame type " + type);
    }

    @Test
    void refusesTheReservedBit() {
        ready().header(1L << 31 | 10L << 24 | 8);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.1");
    }

    @ParameterizedTest
    @CsvSource({"65536, not ended", "65537, PROTOCOL_VIOLATION W-4.3", "16777215, PROTOCOL_VIOLATION W-4.3"})
    void refusesALongFrameFromItsHeader(long length, String expected) {
        ready().header(1L << 32 | END | 4L << 24 | length);
        assertThat(peer.ended()).startsWith(expected);
    }

    @Test
    void acceptsAFrameOfExactlyTheLimit() {
        ready().call(1, END, CallKind.UNARY, 65_536 - 7);
        assertThat(peer.events.arrived).hasSize(1);
        peer.call(3, END, CallKind.UNARY, 65_536 - 6);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.3");
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, 0, PROTOCOL_VIOLATION W-4.4", // 0 is the connection
        "ITEM, 0, PROTOCOL_VIOLATION W-4.4",
        "REPLY, 0, PROTOCOL_VIOLATION W-4.4",
        "ERROR, 0, PROTOCOL_VIOLATION W-4.4",
        "CANCEL, 0, PROTOCOL_VIOLATION W-4.4",
        "PING, 1, PROTOCOL_VIOLATION W-4.4",
        "PONG, 1, PROTOCOL_VIOLATION W-4.4",
        "BIND, 1, PROTOCOL_VIOLATION W-4.4",
        "BOUND, 1, PROTOCOL_VIOLATION W-4.4",
        "DRAIN, 1, PROTOCOL_VIOLATION W-4.4",
        "EXT, 1, PROTOCOL_VIOLATION W-4.4",
        "HELLO, 1, PROTOCOL_VIOLATION W-4.4",
        "CALL, 2, PROTOCOL_VIOLATION W-6.1", // the accepting end's parity
        "CALL, 3, PROTOCOL_VIOLATION W-6.1", // used before
        "CALL, 1, PROTOCOL_VIOLATION W-6.1", // below one that was used
        "ITEM, 5, PROTOCOL_VIOLATION W-6.11", // never opened
        "ITEM, 2, PROTOCOL_VIOLATION W-6.11",
        "ITEM, 3, PROTOCOL_VIOLATION W-4.5", // complete already
        "ITEM, 1, not ended", // passed over, dropped
        "REPLY, 3, PROTOCOL_VIOLATION W-6.11", // a call of its own
        "ERROR, 3, PROTOCOL_VIOLATION W-6.11",
        "REPLY, 2, PROTOCOL_VIOLATION W-6.11", // never opened here
        "ERROR, 2, PROTOCOL_VIOLATION W-6.11",
        "CANCEL, 5, PROTOCOL_VIOLATION W-6.11",
        "CANCEL, 2, PROTOCOL_VIOLATION W-6.7", // not its own call
        "CANCEL, 1, not ended", // passed over
        "CANCEL, 3, not ended",
        "CREDIT, 5, PROTOCOL_VIOLATION W-6.11",
        "CREDIT, 2, PROTOCOL_VIOLATION W-6.11",
        "CREDIT, 3, not ended"
    })
    void checksEachTypeOnEachKindOfCallId(FrameType type, int id, String expected) {
        ready().call(3);
        String payload = switch (type) {
            case CALL -> "00 00 00 00  00  00  01  00";
            case CREDIT -> "01 00 00 00";
            default -> "00";
        };
        peer.frame(type, type == FrameType.CALL || type == FrameType.ITEM ? END : 0, id, payload);
        assertThat(peer.ended()).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({"BIND", "BOUND", "CANCEL", "CREDIT", "PING", "PONG", "DRAIN", "EXT"})
    void refusesFlagsWhereTheyMeanNothing(FrameType type) {
        ready().call(1).frame(type, END, type == FrameType.CANCEL ? 1 : 0, "");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.4: " + type + " carries MORE or END");
    }

    @Test
    void refusesMoreAndEndTogether() {
        ready().frame(FrameType.CALL, MORE | END, 1, "");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.4");
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL, 1, '', W-4.4",
        "CANCEL, 1, 02, W-6.7",
        "CREDIT, 0, 00 00 00, W-4.4",
        "CREDIT, 0, 00 00 00 00, W-7.3",
        "CREDIT, 0, 01 00 00 00, W-7.3", // nothing is out
        "CREDIT, 1, 00 00 00 00, W-7.3",
        "PING, 0, 00 00 00 00 00 00 00, W-4.4",
        "PONG, 0, 00 00 00 00 00 00 00 00, W-7.5", // nobody asked
        "DRAIN, 0, 00 00 00 00  07  00 00 00 00  00, W-8.1", // unknown code
        "DRAIN, 0, 02 00 00 00  00  00 00 00 00  00, W-8.1", // a call that was not sent
        "DRAIN, 0, 01 00 00 00  00  00 00 00 00  00, W-8.1", // a call of its own
        "DRAIN, 0, 00 00 00 00  00  00 00 00 00  01 ff, W-1.4",
        "DRAIN, 0, 00 00 00 00  00  00 00 00 00  01, W-4.4",
        "DRAIN, 0, 00 00 00 00  00  00 00 00 00  00 00, W-4.4",
        "BIND, 0, 00  00000000000000000000000000000000  04 74 65 73 74, W-5.7", // index 0 again
        "BIND, 0, 80 80 04  00000000000000000000000000000000  01 74, W-5.7", // index 65,536
        "BIND, 0, 80 00  00000000000000000000000000000000  01 74, W-1.3", // a long zero
        "BIND, 0, 01  00000000000000000000000000000000  00, W-5.7", // no name
        "BIND, 0, 01  00000000000000000000000000000000  02 c0 80, W-1.4", // overlong UTF-8
        "BOUND, 0, 00  00  00000000000000000000000000000000, W-5.8", // nobody asked
        "BOUND, 0, 00  03  00000000000000000000000000000000, W-5.8",
        "EXT, 0, ff 3f, W-7.6", // must be understood
        "EXT, 0, 00, W-4.4",
        "CALL, 3, 00 00 00 00  40  00  01, W-6.3", // a reserved flag
        "CALL, 3, 00 00 00 00  18  00  01  00, W-6.13", // oneway with a stream
        "CALL, 3, 00 00 00 00  28  00  01  00, W-6.13",
        "CALL, 3, 00 00 00 00  00  01  01, W-5.9", // an index without BIND
        "CALL, 3, 00 00 00 00  00  00, W-4.4",
        "CALL, 3, 00 00 00 00  00  00  ff ff ff ff 1f, W-1.3",
        "CALL, 3, 00 00 00 00  01  00  01  81 40, W-1.4", // 8,193 bytes of metadata
        "CALL, 3, 00 00 00 00  02  00  01  00, W-4.4" // half a trace context
    })
    void checksPayloads(FrameType type, int id, String payload, String clause) {
        ready().call(1).frame(type, type == FrameType.CALL ? END : 0, id, payload);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION " + clause + ":");
    }

    @ParameterizedTest
    @CsvSource({
        "05 00 00 00, 01 02, 03 04, not ended",
        "04 00 00 00, 01 02, 03 04, PROTOCOL_VIOLATION W-4.5", // one byte too many
        "06 00 00 00, 01 02, 03 04, PROTOCOL_VIOLATION W-4.5", // one byte too few
        "03 00 00 00, '', 01 02, PROTOCOL_VIOLATION W-4.5" // an empty frame in the middle
    })
    void checksThatFragmentsAddUp(String total, String second, String third, String expected) {
        ready().frame(FrameType.CALL, MORE, 1, "00 00 00 00  00  00  01" + total + "00");
        peer.frame(FrameType.ITEM, MORE, 1, second).frame(FrameType.ITEM, END, 1, third);
        assertThat(peer.ended()).startsWith(expected);
    }

    @Test
    void saysWhichCallItAcceptedLast() {
        ready().call(1).call(5).frame(FrameType.PONG, 0, 0, "00 00 00 00 00 00 00 00");
        assertThat(peer.drain.lastAccepted()).isEqualTo(5);
    }

    @Test
    void ignoresEverythingBehindAViolation() {
        ready().header(0).hello().call(1);
        assertThat(peer.events.arrived).isEmpty();
        assertThat(peer.frames).containsOnlyOnce("DRAIN 0");
        assertThat(peer.events.log)
                .filteredOn(event -> event.startsWith("close"))
                .hasSize(1);
    }

    @Test
    void bindsAThousandAndTwentyFourServicesAndNoMore() {
        CallTarget last = null;
        Pair pair = new Pair();
        for (int i = 0; i <= OutgoingBindings.MOST; i++) {
            last = new CallTarget("service" + i, SchemaHash.NONE, 1, CallKind.UNARY);
            TestCall call = pair.client.submit(new TestCall(last, OutgoingCall.NO_DEADLINE, new byte[0]));
            pair.pump();
            assertThat(call.failure.code())
                    .isEqualTo(i < OutgoingBindings.MOST ? RpcCode.UNKNOWN_METHOD : RpcCode.OVERLOADED);
        }
        assertThat(pair.server.events.closed).isNull();
    }
}
