package io.rpcidl.json;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;

/** What the compiler would generate for a struct, for one whose descriptor is known only now. */
final class StructValueCodec extends StructCodec<StructValue> {

    private final StructFields fields;

    private StructValueCodec(String name, Shape shape, StructFields fields) {
        super(name, shape);
        this.fields = fields;
    }

    private StructValueCodec(String name, StructFields fields) {
        super(name, fields.count());
        this.fields = fields;
    }

    /** The codec of a struct with these fields. */
    static StructValueCodec of(String name, StructFields fields) {
        Shape shape = fields.shape();
        return shape == null ? new StructValueCodec(name, fields) : new StructValueCodec(name, shape, fields);
    }

    @Override
    protected void writeShape(Encoder out, StructValue value) {
        fields.writeShape(out, value);
    }

    @Override
    protected void writeValues(Encoder out, StructValue value) {
        fields.writeValues(out, value);
    }

    @Override
    protected StructValue readValues(Decoder in) {
        return fields.readValues(in);
    }

    @Override
    protected StructValue readFields(Decoder in) {
        return fields.readFields(in);
    }
}
