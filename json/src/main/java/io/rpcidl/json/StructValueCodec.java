package io.rpcidl.json;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the compiler would generate for a struct, for one whose descriptor is known only now. */
final class StructValueCodec extends StructCodec<StructValue> {

    private final List<StructField> fields;

    private StructValueCodec(String name, Shape shape, List<StructField> fields) {
        super(name, shape);
        this.fields = fields;
    }

    private StructValueCodec(String name, List<StructField> fields) {
        super(name, fields.size());
        this.fields = fields;
    }

    /** The codec of a struct with these fields, in ascending order. */
    static StructValueCodec of(String name, List<StructField> fields) {
        if (fields.stream().anyMatch(StructField::optional)) {
            return new StructValueCodec(name, fields);
        }
        Shape.Builder shape = Shape.builder();
        fields.forEach(field -> shape.field(field.number(), field.form().kind()));
        return new StructValueCodec(name, shape.build(), fields);
    }

    @Override
    protected void writeShape(Encoder out, StructValue value) {
        for (int i = 0; i < fields.size(); i++) {
            if (value.get(i) != null) {
                out.field(fields.get(i).number(), fields.get(i).form().kind());
            }
        }
    }

    @Override
    protected void writeValues(Encoder out, StructValue value) {
        for (int i = 0; i < fields.size(); i++) {
            Object present = value.get(i);
            if (present != null) {
                fields.get(i).form().codec().write(out, present);
            }
        }
    }

    @Override
    protected StructValue readValues(Decoder in) {
        StructValue value = new StructValue(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            value.set(i, fields.get(i).form().codec().read(in));
        }
        return value;
    }

    @Override
    protected StructValue readFields(Decoder in) {
        StructValue value = new StructValue(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            value.set(i, readField(in, fields.get(i)));
        }
        return value;
    }

    private static @Nullable Object readField(Decoder in, StructField field) {
        if (!field.optional() && field.defaultValue() == null) {
            in.require(field.number(), field.form().kind(), field.name());
            return field.form().codec().read(in);
        }
        boolean present = in.present(field.number(), field.form().kind(), field.name());
        return present ? field.form().codec().read(in) : field.defaultValue();
    }
}
