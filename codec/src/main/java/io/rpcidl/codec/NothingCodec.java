package io.rpcidl.codec;

import org.jspecify.annotations.Nullable;

/** The result of a method that returns nothing: a struct without any field that this reader knows, read as null. */
final class NothingCodec extends StructCodec<@Nullable Void> {

    NothingCodec() {
        super("result", Shape.builder().build());
    }

    @Override
    protected void writeValues(Encoder out, @Nullable Void value) {
        // There is nothing to write.
    }

    @Override
    protected @Nullable Void readValues(Decoder in) {
        return null;
    }

    @Override
    protected @Nullable Void readFields(Decoder in) {
        return null;
    }
}
