package io.rpcidl.codec;

/** A struct without any field that this reader knows. */
final class EmptyCodec extends StructCodec<Empty> {

    EmptyCodec() {
        super("empty", Shape.builder().build());
    }

    @Override
    protected void writeValues(Encoder out, Empty value) {
        // There is nothing to write.
    }

    @Override
    protected Empty readValues(Decoder in) {
        return Empty.INSTANCE;
    }

    @Override
    protected Empty readFields(Decoder in) {
        return Empty.INSTANCE;
    }
}
