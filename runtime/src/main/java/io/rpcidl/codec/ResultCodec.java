package io.rpcidl.codec;

/** The implicit struct of a method's result, or of an item of a stream: the value is field 1. */
final class ResultCodec<R> extends StructCodec<R> {

    private static final String FIELD = "result";

    private final Codec<R> value;

    ResultCodec(Codec<R> value) {
        super(FIELD, Shape.builder().field(1, value.kind()).build());
        this.value = value;
    }

    @Override
    protected void writeValues(Encoder out, R result) {
        value.write(out, result);
    }

    @Override
    protected R readValues(Decoder in) {
        return value.read(in);
    }

    @Override
    protected R readFields(Decoder in) {
        in.require(1, value.kind(), FIELD);
        return value.read(in);
    }
}
