package io.rpcidl.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

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

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
