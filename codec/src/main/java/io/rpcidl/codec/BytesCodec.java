package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;

/** A codec of octets that may take at most so many octets. */
final class BytesCodec extends Codec<Bytes> {

    private final long maximumBytes;

    BytesCodec(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    @Override
    public Kind kind() {
        return Kind.BYTES;
    }

    @Override
    public void write(Encoder out, Bytes value) {
        out.bytes(value, maximumBytes);
    }

    @Override
    public Bytes read(Decoder in) {
        return in.bytes(maximumBytes);
    }

    @Override
    BytesCodec limited(long maximum) {
        return new BytesCodec(Math.min(maximum, maximumBytes));
    }
}
