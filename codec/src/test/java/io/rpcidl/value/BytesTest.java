package io.rpcidl.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void copiesInAndOut() {
        byte[] octets = {1, 2, 3};
        Bytes bytes = Bytes.of(octets);
        octets[0] = 9;
        bytes.toByteArray()[1] = 9;
        assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
        assertThat(bytes.asByteBuffer().isReadOnly()).isTrue();
        assertThat(bytes.asByteBuffer()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        byte[] target = new byte[4];
        bytes.copyTo(target, 1);
        assertThat(target).containsExactly(0, 1, 2, 3);
    }

    @Test
    void takesAPart() {
        Bytes part = Bytes.of(new byte[] {1, 2, 3}, 1, 2);
        assertThat(part).isEqualTo(Bytes.of((byte) 2, (byte) 3)).hasSameHashCodeAs(Bytes.of((byte) 2, (byte) 3));
        assertThat(part.byteAt(1)).isEqualTo((byte) 3);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Bytes.of(new byte[3], 2, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> part.byteAt(2));
    }

    @Test
    void comparesUnsigned() {
        assertThat(Bytes.of((byte) 0x80)).isGreaterThan(Bytes.of((byte) 0x7F));
        assertThat(Bytes.EMPTY).isLessThan(Bytes.of((byte) 0)).isEqualTo(Bytes.of());
        assertThat(Bytes.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void showsItsSizeOnly() {
        assertThat(Bytes.of(new byte[12])).hasToString("12 bytes");
        assertThat(Bytes.of(new byte[1])).hasToString("1 byte");
    }
}
