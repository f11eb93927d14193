package io.rpcidl.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames whose payload is lent. */
class FrameWriterTest {

    private final FrameWriter out = new FrameWriter();
    private final List<byte[]> arrays = new ArrayList<>();

    private byte[] written() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        out.writeTo((bytes, offset, length) -> {
            arrays.add(bytes);
            all.write(bytes, offset, length);
        });
        return all.toByteArray();
    }

    private static byte[] octets(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (i * 7);
        }
        return octets;
    }

    @Test
    void lentOctetsStandWhereTheyWouldBeCopiedTo() {
        byte[] large = octets(20_000);
        FrameWriter copied = new FrameWriter();
        for (FrameWriter writer : List.of(out, copied)) {
            for (int i = 0; i < 10; i++) {
                writer.begin(FrameType.ITEM, 1);
                writer.buffer().u32(20_000);
                if (writer == out) {
                    writer.lend(large, 5 * i, 19_000);
                    writer.lend(large, i, 3);
                } else {
                    writer.buffer().bytes(large, 5 * i, 19_000);
                    writer.buffer().bytes(large, i, 3);
                }
                assertThat(writer.payloadLength()).isEqualTo(19_007);
                writer.finish(FrameHeader.MORE);
            }
        }
        assertThat(out.length()).isEqualTo(copied.length());
        byte[] lent = written();
        assertThat(arrays).anyMatch(array -> array == large);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        copied.writeTo(plain::write);
        assertThat(lent).isEqualTo(plain.toByteArray());
    }

    @Test
    void whatIsShortIsCopied() {
        byte[] small = octets(100);
        out.begin(FrameType.ITEM, 1);
        out.lend(small, 0, 100);
        out.finish(0);
        small[0] = 99;
        assertThat(written()).hasSize(108).endsWith(octets(100));
        assertThat(arrays).noneMatch(array -> array == small);
    }

    @Test
    void lentOctetsAreForgottenWithTheRest() {
        out.begin(FrameType.ITEM, 1);
        out.lend(octets(9_000), 0, 9_000);
        out.finish(0);
        out.clear();
        assertThat(out.length()).isZero();
        out.begin(FrameType.ITEM, 1);
        out.finish(FrameHeader.END);
        assertThat(out.payloadLength()).isZero();
        assertThat(written()).hasSize(8);
    }
}
