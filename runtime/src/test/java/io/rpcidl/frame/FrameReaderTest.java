package io.rpcidl.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting bytes into frames (W-4.1 to W-4.4). */
class FrameReaderTest {

    private final FrameReader reader = new FrameReader(16_384);

    private static byte[] hex(String octets) {
        return HexFormat.of().parseHex(octets.replace(" ", ""));
    }

    @Test
    void readsTheFieldsOfAHeader() {
        byte[] frame = hex(
                "02 00 00" // W-4.1: two octets of payload
                        + "44" // type 4, CALL, and END
                        + "01 00 00 80" // call id 2,147,483,649
                        + "aa bb");
        reader.feed(frame, 0, frame.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(FrameType.CALL);
        assertThat(reader.flags()).isEqualTo(FrameHeader.END);
        assertThat(reader.callId()).isEqualTo(0x8000_0001);
        assertThat(reader.payload().bytes()).isSameAs(frame);
        assertThat(reader.payload().remaining()).isEqualTo(2);
        assertThat(reader.next()).isFalse();
        assertThat(reader.midFrame()).isFalse();
    }

    @Test
    void readsTwoFramesInOneSlice() {
        byte[] frames = hex("00 00 00 05 01 00 00 00  01 00 00 05 03 00 00 00 cc");
        reader.feed(frames, 0, frames.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.callId()).isEqualTo(1);
        assertThat(reader.next()).isTrue();
        assertThat(reader.callId()).isEqualTo(3);
        assertThat(reader.payload().u8()).isEqualTo(0xCC);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void knowsWhenAFrameHasBegun() {
        reader.feed(hex("00"), 0, 1);
        assertThat(reader.next()).isFalse();
        assertThat(reader.midFrame()).isTrue();
        reader.feed(hex("00 00 05 01 00 00 00"), 0, 7);
        assertThat(reader.next()).isTrue();
        assertThat(reader.midFrame()).isFalse();
    }

    @Test
    void refusesALengthBeforeItBuffersThePayload() {
        byte[] header = hex("01 40 00 05 01 00 00 00");
        reader.feed(header, 0, header.length);
        assertThatThrownBy(reader::next)
                .isInstanceOf(ProtocolViolation.class)
                .hasMessage("W-4.3: ITEM with 16385 bytes, the largest is 16384");
    }

    @Test
    void refusesALengthThatTheTypeDoesNotAllow() {
        byte[] header = hex("09 00 00 0a 00 00 00 00");
        reader.feed(header, 0, header.length);
        assertThatThrownBy(reader::next).hasMessage("W-4.3: PING with 9 bytes, the largest is 8");
    }

    @Test
    void growsWithWhatHasArrived() {
        FrameReader large = new FrameReader(FrameHeader.LONGEST_PAYLOAD);
        byte[] header = hex("ff ff ff 05 01 00 00 00 00");
        long before = allocated();
        large.feed(header, 0, header.length);
        assertThat(large.next()).isFalse();
        assertThat(allocated() - before).isLessThan(64 << 10);
    }

    @Test
    void givesALargeFragmentInPieces() {
        FrameReader pieces = FrameReader.inPieces(16_384);
        byte[] frames = fragment(5_000, FrameHeader.MORE, hex("00 00 00 05 03 00 00 00"));
        pieces.feed(frames, 0, 100);
        assertThat(pieces.next()).isTrue();
        assertThat(pieces.whole()).isFalse();
        assertThat(pieces.continues()).isFalse();
        assertThat(pieces.payload().remaining()).isEqualTo(92);
        assertThat(pieces.next()).isFalse();
        assertThat(pieces.midFrame()).isTrue();
        pieces.feed(frames, 100, frames.length - 100);
        assertThat(pieces.next()).isTrue();
        assertThat(pieces.whole()).isTrue();
        assertThat(pieces.continues()).isTrue();
        assertThat(pieces.flags()).isEqualTo(FrameHeader.MORE);
        assertThat(pieces.payload().remaining()).isEqualTo(4_908);
        assertThat(pieces.payload().bytes()).isSameAs(frames);
        assertThat(pieces.next()).isTrue();
        assertThat(pieces.continues()).isFalse();
        assertThat(pieces.callId()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 11, 12, 13, 4_999, 5_007})
    void piecesAddUpWhereverTheyAreCut(int cut) {
        FrameReader pieces = FrameReader.inPieces(16_384);
        byte[] frames = fragment(5_000, FrameHeader.MORE, hex("00 00 00 05 03 00 00 00"));
        int count = 0;
        int octets = 0;
        for (int at = 0; at < frames.length; at += cut) {
            pieces.feed(frames, at, Math.min(cut, frames.length - at));
            while (pieces.next() && pieces.callId() == 1) {
                assertThat(count > 0 || pieces.payload().remaining() >= 4)
                        .as("the first piece holds the length of the message")
                        .isTrue();
                count++;
                for (int left = pieces.payload().remaining(); left > 0; left--) {
                    assertThat(pieces.payload().u8()).isEqualTo((byte) octets & 0xFF);
                    octets++;
                }
                assertThat(pieces.whole()).isEqualTo(octets == 5_000);
            }
        }
        assertThat(octets).isEqualTo(5_000);
        assertThat(pieces.callId()).isEqualTo(3);
        assertThat(pieces.midFrame()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 9_000, 9_223, 9_224, 16_000})
    void aCallIsGivenInPiecesBehindItsHead(int cut) {
        FrameReader pieces = FrameReader.inPieces(65_536);
        byte[] frame = new byte[8 + 20_000];
        frame[1] = 0x4E; // 20,000 octets, CALL and MORE
        frame[0] = 0x20;
        frame[3] = 0x24;
        frame[4] = 1;
        int octets = 0;
        for (int at = 0; at < frame.length; at += cut) {
            pieces.feed(frame, at, Math.min(cut, frame.length - at));
            while (pieces.next()) {
                assertThat(pieces.type()).isEqualTo(octets == 0 ? FrameType.CALL : FrameType.ITEM);
                assertThat(octets > 0 || pieces.payload().remaining() >= 9 << 10)
                        .as("the head is whole")
                        .isTrue();
                octets += pieces.payload().remaining();
                assertThat(pieces.whole()).isEqualTo(octets == 20_000);
            }
        }
        assertThat(octets).isEqualTo(20_000);
    }

    @Test
    void whatEndsAMessageIsNotGivenInPieces() {
        FrameReader pieces = FrameReader.inPieces(16_384);
        byte[] frame = fragment(5_000, FrameHeader.END, new byte[0]);
        pieces.feed(frame, 0, 100);
        assertThat(pieces.next()).isFalse();
        pieces.feed(frame, 100, frame.length - 100);
        assertThat(pieces.next()).isTrue();
        assertThat(pieces.payload().remaining()).isEqualTo(5_000);
    }

    /** An ITEM of call 1 whose octets count up, and what is behind it. */
    private static byte[] fragment(int length, int flags, byte[] behind) {
        FrameWriter out = new FrameWriter();
        out.begin(FrameType.ITEM, 1);
        for (int i = 0; i < length; i++) {
            out.buffer().u8(i);
        }
        out.finish(flags);
        out.buffer().bytes(behind, 0, behind.length);
        return Arrays.copyOf(out.buffer().bytes(), out.length());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
