package io.rpcidl.codec;

import org.jspecify.annotations.Nullable;

/** The implicit struct of a method's optional result: the value is field 1, and may be absent. */
final class OptionalResultCodec<R> extends StructCodec<@Nullable R> {

    private static final String FIELD = "result";

    private final Codec<R> value;

    OptionalResultCodec(Codec<R> value) {
        super(FIELD, 1);
        this.value = value;
    }

    @Override
    protected void writeShape(Encoder out, @Nullable R result) {
        if (result != null) {
            out.field(1, value.kind());
        }
    }

    @Override
    protected void writeValues(Encoder out, @Nullable R result) {
        if (result != null) {
            value.write(out, result);
        }
    }

    @Override
    protected @Nullable R readFields(Decoder in) {
        return in.present(1, value.kind(), FIELD) ? value.read(in) : null;
    }
}
