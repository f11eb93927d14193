package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.Reading;
import io.rpcidl.codec.sample.Samples;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructCodecTest {

    @Test
    void readsWhatItWrote() {
        assertRoundTrip(Order.CODEC, Samples.order());
        assertRoundTrip(Order.CODEC, Samples.plainOrder());
        assertRoundTrip(Reading.CODEC, Samples.reading());
        assertRoundTrip(Node.CODEC, Samples.node());
    }

    @Test
    void usesEncoderAndDecoderAgainAfterARefusal() {
        Encoder out = new Encoder();
        Decoder in = new Decoder();
        byte[] message = Order.CODEC.encode(Samples.order());
        for (int round = 0; round < 200; round++) {
            byte[] cut = Arrays.copyOf(message, message.length - 1 - round % 100);
            in.reset(cut, 0, cut.length);
            assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> Order.CODEC.readMessage(in));
            in.reset(message, 0, message.length);
            assertThat(Order.CODEC.readMessage(in)).isEqualTo(Samples.order());
            out.reset();
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> Codecs.result(Codecs.list(Codecs.U8)).writeMessage(out, List.of(1, 256)));
            out.reset();
            Order.CODEC.writeMessage(out, Samples.order());
            assertThat(out.toByteArray()).isEqualTo(message);
        }
    }

    @Test
    void readsAMessageFromTheMiddleOfAnArray() {
        byte[] message = Reading.CODEC.encode(Samples.reading());
        byte[] around = Octets.join(new byte[] {1, 2, 3}, message, new byte[] {4});
        Reading read = Reading.CODEC.decode(around, 3, message.length, Limits.DEFAULTS);
        assertThat(read).isEqualTo(Samples.reading());
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> Reading.CODEC.decode(around, 3, message.length + 1, Limits.DEFAULTS));
    }

    @Test
    void takesTheRefusalOfAConstructorAsMalformedData() {
        Codec<Boolean> picky = Codecs.named(
                Codecs.BOOL,
                value -> {
                    throw new IllegalArgumentException("a secret");
                },
                value -> value);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> Codecs.result(picky).decode(Octets.of("01 11 01")))
                .withMessageNotContaining("secret");
    }

    @Test
    void writesShapesOfMoreThanAHundredFields() {
        StructCodec<Integer> wide = new StructCodec<>("Wide", 300) {
            @Override
            protected void writeShape(Encoder out, Integer count) {
                for (int i = 1; i <= count; i++) {
                    out.field(i * 20, Kind.INT8);
                }
            }

            @Override
            protected void writeValues(Encoder out, Integer count) {
                for (int i = 1; i <= count; i++) {
                    out.u8(i & 0xFF);
                }
            }

            @Override
            protected Integer readFields(Decoder in) {
                int count = 0;
                while (count < 3_000 && in.present((count + 1) * 20, Kind.INT8, "field")) {
                    count++;
                    assertThat(in.u8()).isEqualTo(count & 0xFF);
                }
                return count;
            }
        };
        for (int count : new int[] {0, 1, 63, 64, 65, 300, 3_000}) {
            assertRoundTrip(wide, count);
        }
    }

    private static <T> void assertRoundTrip(StructCodec<T> codec, T value) {
        byte[] message = codec.encode(value);
        T read = codec.decode(message);
        assertThat(read).isEqualTo(value);
        assertThat(codec.encode(read)).isEqualTo(message);
    }
}
