package io.rpcidl.codec;

/** An implicit struct of one field that is always there: a method's result, its only parameter, or an item of a stream. */
final class OnlyFieldCodec<T> extends StructCodec<T> {

    private final int number;
    private final String field;
    private final Codec<T> value;

    OnlyFieldCodec(String name, int number, String field, Codec<T> value) {
        super(name, Shape.builder().field(number, value.kind()).build());
        this.number = number;
        this.field = field;
        this.value = value;
    }

    @Override
    protected void writeValues(Encoder out, T only) {
        value.write(out, only);
    }

    @Override
    protected T readValues(Decoder in) {
        return value.read(in);
    }

    @Override
    protected T readFields(Decoder in) {
        in.require(number, value.kind(), field);
        return value.read(in);
    }
}
