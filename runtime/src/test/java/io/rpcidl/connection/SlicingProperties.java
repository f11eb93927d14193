package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The bytes of a peer mean the same in whatever slices they come (B03), and no bytes cause an exception (B22). */
class SlicingProperties {

    /** A session of a peer: calls, fragments, cancels, extensions, a drain. */
    private static byte[] session() {
        RawPeer recorder = RawPeer.againstServer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(RawPeer.frameBytes(FrameType.HELLO, 0, 0, "72 70 63 69 01 01 00 99 00 01 00 05"));
        bytes.writeBytes(RawPeer.frameBytes(
                FrameType.BIND, 0, 0, "00 00000000000000000000000000000000 09 74 65 73 74 2e 45 63 68 6f"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CALL, FrameHeader.END, 1, "00000000 00 00 01 61 62"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CALL, FrameHeader.MORE, 3, "00000000 00 00 01 04000000 61"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.PING, 0, 0, "0102030405060708"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CALL, FrameHeader.END, 5, "00000000 08 00 02 63"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.MORE, 3, "62 63"));
        bytes.writeBytes(
                RawPeer.frameBytes(FrameType.CALL, FrameHeader.END, 7, "00000000 00 00 01" + "64".repeat(3_000)));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CANCEL, 0, 7, "00"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.END, 3, "64"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.EXT, 0, 0, "00 40 01"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CALL, 0, 9, "00000000 30 00 01 65"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.MORE, 9, "03000000 66"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CREDIT, 0, 9, "01000000"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, 0, 9, "67 68"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, 0, 9, "69"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.END, 9, ""));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CALL, FrameHeader.MORE, 11, "00000000 00 00 01 8b130000 61"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.MORE, 11, "62".repeat(5_000)));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.END, 11, "63 64"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.CALL, 0, 13, "00000000 30 00 01 65"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.MORE, 13, "89130000" + "66".repeat(5_000)));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, 0, 13, "67"));
        bytes.writeBytes(RawPeer.frameBytes(
                FrameType.CALL, FrameHeader.MORE, 15, "00000000 00 00 01 224e0000" + "68".repeat(20_000)));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.ITEM, FrameHeader.END, 15, "69 6a"));
        bytes.writeBytes(RawPeer.frameBytes(FrameType.DRAIN, 0, 0, "00000000 00 00000000 00"));
        assertThat(recorder.connection.open()).isTrue();
        return bytes.toByteArray();
    }

    private static final byte[] SESSION = session();

    private record Seen(List<String> events, List<String> frames) {}

    private static Seen play(byte[] bytes, Random random, int largest) {
        RawPeer peer = RawPeer.againstServer();
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(largest));
            byte[] slice = Arrays.copyOfRange(bytes, at, at + length);
            peer.bytes(slice);
            Arrays.fill(slice, (byte) 0x5A); // a transport uses its buffer again
            at += length;
        }
        return new Seen(peer.events.log, peer.frames);
    }

    /** What the session means octet by octet. */
    private static final Seen WHOLE = play(SESSION, new Random(0), 1);

    @Property(tries = 300)
    void slicesDoNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30_000) int largest) {
        assertThat(WHOLE.events())
                .containsSubsequence("established ", "arrived 1 test.Echo.1 ab", "arrived 5 test.Echo.2 c oneway")
                .contains("cancelled 7", "arrived 3 test.Echo.1 abcd", "arrived 9 test.Echo.1 e")
                .containsSubsequence("item 9 fgh", "item 9 i", "items ended 9")
                .contains("arrived 11 test.Echo.1 a" + "b".repeat(5_000) + "cd", "item 13 " + "f".repeat(5_000) + "g")
                .contains("arrived 15 test.Echo.1 " + "h".repeat(20_000) + "ij")
                .contains("drained GOING_AWAY 0");
        assertThat(play(SESSION, new Random(seed), largest)).isEqualTo(WHOLE);
    }

    @Property(tries = 2_000)
    void flippedBitsEndTheConnectionOrNothing(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = SESSION.clone();
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Seen seen = play(bytes, random, 700);
        assertThat(seen.events().stream()
                        .filter(event -> event.startsWith("close"))
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 1_000)
    void randomFramesNeverCauseAnException(@ForAll long seed) {
        Random random = new Random(seed);
        RawPeer server =
                RawPeer.againstServer().hello().bind(0, "test.Echo").call(1, FrameHeader.END, CallKind.UNARY, 1);
        RawPeer client = RawPeer.againstClient().hello();
        TestCall[] calls = new TestCall[5];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = TestCall.echo("call");
            client.connection.submit(calls[i], client.now);
        }
        client.read();
        FrameType[] types = FrameType.values();
        int[] flags = {0, FrameHeader.MORE, FrameHeader.END};
        for (int i = 0; i < 30; i++) {
            StringBuilder payload = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                payload.append(random.nextBoolean() ? "00" : String.format("%02x", random.nextInt(256)));
            }
            FrameType type = types[random.nextInt(types.length)];
            int id = random.nextInt(8);
            int flag = flags[random.nextInt(3)];
            server.frame(type, flag, id, payload.toString());
            client.frame(type, flag, id, payload.toString());
        }
        server.connection.transportClosed("over", server.now);
        client.connection.transportClosed("over", client.now);
        assertThat(calls).allMatch(call -> call.ended != null);
    }
}
