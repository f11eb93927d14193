package io.rpcidl.json;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.OpenStructCodec;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.UnknownFields;

/** The same for an open struct, whose values keep the fields that they are read with. */
final class OpenStructValueCodec extends OpenStructCodec<StructValue> {

    private final StructFields fields;

    private OpenStructValueCodec(String name, Shape shape, StructFields fields) {
        super(name, shape);
        this.fields = fields;
    }

    private OpenStructValueCodec(String name, StructFields fields) {
        super(name, fields.count());
        this.fields = fields;
    }

    /** The codec of a struct with these fields. */
    static OpenStructValueCodec of(String name, StructFields fields) {
        Shape shape = fields.shape();
        return shape == null ? new OpenStructValueCodec(name, fields) : new OpenStructValueCodec(name, shape, fields);
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
    protected UnknownFields unknownFields(StructValue value) {
        return value.unknown();
    }

    @Override
    protected int writeMerged(Encoder out, StructValue value, UnknownFields unknown) {
        return fields.writeMerged(out, value, unknown);
    }

    @Override
    protected StructValue readValues(Decoder in) {
        return fields.readValues(in);
    }

    @Override
    protected StructValue readFields(Decoder in) {
        return fields.keepFields(in);
    }
}
