package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.value.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a peer may not do with streams, and what ends the call only (W-6.13 to W-6.19, W-7.12). */
class StreamViolationTest {

    private static final int MORE = FrameHeader.MORE;
    private static final int END = FrameHeader.END;
    private static final String HEAD = "00000000 %s 00 01";

    private static RawPeer server() {
        return RawPeer.againstServer().hello().bind(0, "test.Echo");
    }

    /** A server with an upload that has begun. */
    private static RawPeer upload() {
        return server().frame(FrameType.CALL, 0, 1, HEAD.formatted("20") + "00");
    }

    /** A client that waits for items of the call 1. */
    private static RawPeer stream(CallTarget target, TestCall... into) {
        RawPeer peer = RawPeer.againstClient().hello();
        TestCall call = into.length == 0 ? TestCall.stream(target) : into[0];
        peer.connection.submit(call, peer.now);
        peer.read();
        return peer;
    }

    @Test
    void refusesACallThatDoesNotEndWithoutAnUpload() {
        RawPeer peer = server().frame(FrameType.CALL, 0, 1, HEAD.formatted("10") + "00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-6.4");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', W-6.15",
        "1073741824, 61, W-6.14",
        "536870912, 00, W-4.4",
        "536870912, 01000000 6161, W-4.5",
    })
    void refusesItemsThatAreNone(int flags, String hex, String clause) {
        RawPeer peer = upload().frame(FrameType.ITEM, flags, 1, hex);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION " + clause);
    }

    @Test
    void refusesTheEndInsideAnItem() {
        RawPeer peer = upload().frame(FrameType.ITEM, MORE, 1, "03000000 61").frame(FrameType.ITEM, END, 1, "");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-6.14");
    }

    @Test
    void refusesItemsBehindTheEnd() {
        RawPeer peer = upload().frame(FrameType.ITEM, END, 1, "");
        assertThat(peer.events.itemsOf.get(peer.events.arrived.get(0)).ended).isTrue();
        assertThat(peer.frame(FrameType.ITEM, 0, 1, "61").ended()).startsWith("PROTOCOL_VIOLATION W-6.14");
    }

    @Test
    void refusesItemsOfAnUploadThatEndedWithTheArguments() {
        RawPeer peer = server().frame(FrameType.CALL, END, 1, HEAD.formatted("20") + "00");
        assertThat(peer.events.itemsOf.get(peer.events.arrived.get(0)).ended).isTrue();
        assertThat(peer.frame(FrameType.ITEM, 0, 1, "61").ended()).startsWith("PROTOCOL_VIOLATION W-6.14");
    }

    @Test
    void refusesAFrameAboveTheCredit() {
        RawPeer peer = upload();
        String item = "61".repeat(ConnectionLimits.MINIMUM.largestFrame());
        for (int i = 0; i < 3; i++) {
            peer.frame(FrameType.ITEM, 0, 1, item);
        }
        assertThat(peer.events.closed).isNull();
        assertThat(peer.frame(FrameType.ITEM, 0, 1, item).ended()).startsWith("PROTOCOL_VIOLATION W-7.12");
    }

    @Test
    void refusesTooMuchCredit() {
        RawPeer peer = stream(TestCall.CHAT).frame(FrameType.CREDIT, 0, 1, "ffff fe7f");
        assertThat(peer.events.closed).isNull();
        assertThat(peer.frame(FrameType.CREDIT, 0, 1, "0000 0100").ended()).startsWith("PROTOCOL_VIOLATION W-7.3");
    }

    @Test
    void refusesAReplyInsideAnItem() {
        RawPeer peer = stream(TestCall.COUNT).frame(FrameType.ITEM, MORE, 1, "03000000 61");
        peer.frame(FrameType.REPLY, END, 1, "00000000 00000000 00 00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-6.16");
    }

    @Test
    void takesAnErrorInsideAnItem() {
        TestCall call = TestCall.stream(TestCall.COUNT);
        RawPeer peer = stream(TestCall.COUNT, call).frame(FrameType.ITEM, MORE, 1, "03000000 61");
        peer.frame(FrameType.ERROR, END, 1, "00000000 00000000 02 0b 00");
        assertThat(peer.events.closed).isNull();
        assertThat(call.ended).isEqualTo("failed");
        assertThat(call.items.items).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1073741824"})
    void refusesItemsForACallWithoutThem(int flags) {
        RawPeer peer = stream(TestCall.UPLOAD).frame(FrameType.ITEM, flags, 1, "61");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.5");
    }

    @Test
    void endsAnUploadWithAnItemAboveTheLargestMessage() {
        RawPeer peer = upload().frame(FrameType.ITEM, MORE, 1, "01004000 61");
        assertThat(peer.frames).contains("ERROR 1");
        assertThat(peer.events.cancelled).hasSize(1);
        peer.frame(FrameType.ITEM, MORE, 1, "61").frame(FrameType.ITEM, END, 1, "");
        assertThat(peer.events.closed).isNull();
    }

    @Test
    void dropsWhatMayBeOnItsWayAndCountsTheRest() {
        RawPeer peer = upload();
        IncomingCall call = peer.events.arrived.get(0);
        assertThat(call.enter(peer.now)).isTrue();
        peer.connection.reply(call, new byte[] {0}, 0, 1, peer.now);
        peer.connection.handlerEnded(call, peer.now);
        peer.read();
        for (int i = 0; i < 2_000; i++) {
            peer.frame(FrameType.ITEM, 0, 1, "61");
        }
        assertThat(peer.events.closed).isNull();
        for (int i = 0; i < 70_000 && peer.events.closed == null; i++) {
            peer.frame(FrameType.ITEM, 0, 1, "61");
        }
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void countsEachFurtherCancelOfACall() {
        RawPeer peer = upload().frame(FrameType.ITEM, 0, 1, "61");
        for (int i = 0; i < 201; i++) {
            peer.frame(FrameType.CANCEL, 0, 1, "00");
        }
        assertThat(peer.events.closed).isNull();
        assertThat(peer.frame(FrameType.CANCEL, 0, 1, "00").ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }

    @Test
    void refusesUploadsBeyondTheBoundOfTheConnection() {
        RawPeer peer = server();
        for (int id = 1; id <= 2_049; id += 2) {
            peer.frame(FrameType.CALL, 0, id, HEAD.formatted("20") + "00");
        }
        assertThat(peer.events.arrived).hasSize(1_024);
        assertThat(peer.frames).contains("ERROR 2049");
    }

    @ParameterizedTest
    @CsvSource({"0, 61", "536870912, 03000000 61"})
    void refusesARefusalBehindAnItem(int flags, String item) {
        TestCall call = TestCall.stream(TestCall.COUNT);
        RawPeer peer = stream(TestCall.COUNT, call)
                .frame(FrameType.ITEM, flags, 1, item)
                .frame(FrameType.ERROR, END, 1, "00000000 00000000 00 05 00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-6.16");
        assertThat(call.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
    }

    @Test
    void countsCreditThatNoItemHasEarned() {
        RawPeer peer = server().frame(FrameType.CALL, END, 1, HEAD.formatted("10") + "00");
        for (int i = 0; i < 1_001; i++) {
            peer.frame(FrameType.CREDIT, 0, 1, "01000000");
        }
        assertThat(peer.drain).isNull();
        peer.frame(FrameType.CREDIT, 0, 1, "01000000");
        assertThat(peer.ended()).startsWith("LIMIT_EXCEEDED W-7.7");
    }
}
