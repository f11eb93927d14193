package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import java.util.Comparator;

/** A codec of text that may take at most so many octets. */
final class StringCodec extends Codec<String> {

    private final long maximumBytes;

    StringCodec(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    @Override
    public Kind kind() {
        return Kind.STRING;
    }

    @Override
    Comparator<? super String> order() {
        return CanonicalOrder::compareTexts;
    }

    @Override
    public void write(Encoder out, String value) {
        out.string(value, maximumBytes);
    }

    @Override
    public String read(Decoder in) {
        return in.string(maximumBytes);
    }

    @Override
    StringCodec limited(long maximum) {
        return new StringCodec(Math.min(maximum, maximumBytes));
    }
}
