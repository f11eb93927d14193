package io.rpcidl.json;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.UnknownFieldCollector;
import io.rpcidl.codec.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the fields of a struct.
 *
 * @param ascending in the order of their numbers
 */
record StructFields(List<StructField> ascending) {

    StructFields {
        ascending = List.copyOf(ascending);
    }

    int count() {
        return ascending.size();
    }

    /** The shape of every value, or null when a field may be absent. */
    @Nullable
    Shape shape() {
        if (ascending.stream().anyMatch(StructField::optional)) {
            return null;
        }
        Shape.Builder shape = Shape.builder();
        ascending.forEach(field -> shape.field(field.number(), field.form().kind()));
        return shape.build();
    }

    void writeShape(Encoder out, StructValue value) {
        for (int i = 0; i < ascending.size(); i++) {
            if (value.get(i) != null) {
                out.field(ascending.get(i).number(), ascending.get(i).form().kind());
            }
        }
    }

    void writeValues(Encoder out, StructValue value) {
        writeMerged(out, value, UnknownFields.EMPTY);
    }

    /** Writes unknown fields between the others; returns the number of the last field. */
    int writeMerged(Encoder out, StructValue value, UnknownFields unknown) {
        int last = 0;
        for (int i = 0; i < ascending.size(); i++) {
            StructField field = ascending.get(i);
            out.unknownFields(unknown, last, field.number());
            last = field.number();
            Object present = value.get(i);
            if (present != null) {
                field.form().codec().write(out, present);
            }
        }
        return last;
    }

    StructValue readValues(Decoder in) {
        StructValue value = new StructValue(ascending.size());
        for (int i = 0; i < ascending.size(); i++) {
            value.set(i, ascending.get(i).form().codec().read(in));
        }
        return value;
    }

    StructValue readFields(Decoder in) {
        StructValue value = new StructValue(ascending.size());
        for (int i = 0; i < ascending.size(); i++) {
            value.set(i, readField(in, ascending.get(i)));
        }
        return value;
    }

    /** Reads the fields and keeps those that are unknown. */
    StructValue keepFields(Decoder in) {
        UnknownFieldCollector unknown = new UnknownFieldCollector();
        StructValue value = new StructValue(ascending.size());
        for (int i = 0; i < ascending.size(); i++) {
            StructField field = ascending.get(i);
            in.keepBefore(field.number(), unknown);
            value.set(i, readField(in, field));
        }
        value.keep(in.keepRest(unknown));
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
