package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import org.junit.jupiter.api.Test;

class CodecPoolTest {

    private static final StructCodec<String> CODEC = Codecs.parameter("T.t", 1, "text", Codecs.STRING);

    private final CodecPool pool = new CodecPool(Limits.DEFAULTS, 1);

    @Test
    void usesWhatWasGivenBackAgain() {
        CodecPool.Codecs first = pool.borrow();
        Encoder encoder = first.encoder();
        CodecPool.Codecs second = pool.borrow();
        assertThat(second.encoder()).isNotSameAs(encoder);
        second.giveBack();
        first.giveBack();
        assertThat(pool.encode(CODEC, "Ada")).isNotEmpty();
        assertThat(pool.borrow().encoder()).isSameAs(encoder);
    }

    @Test
    void anEncoderStartsAnew() {
        byte[] message = pool.encode(CODEC, "Ada");
        assertThat(pool.encode(CODEC, "Ada")).isEqualTo(message);
        assertThat(pool.decode(CODEC, message, 0, message.length)).isEqualTo("Ada");
    }

    @Test
    void aRefusedMessageLeavesNothingBehind() {
        byte[] message = pool.encode(CODEC, "Ada");
        assertThatThrownBy(() -> pool.decode(CODEC, message, 0, message.length - 1))
                .isInstanceOf(MalformedDataException.class);
        assertThat(pool.decode(CODEC, message, 0, message.length)).isEqualTo("Ada");
    }
}
