package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.OpenStructCodec;
import io.rpcidl.codec.Shapes;
import io.rpcidl.codec.UnknownFieldCollector;
import io.rpcidl.codec.UnknownFields;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open struct with an optional field, numbers between its fields, and others of its kind in it. */
public record Parcel(String label, @Nullable Integer weight, List<Parcel> parts, UnknownFields unknownFields) {

    public static final OpenStructCodec<Parcel> CODEC = new ParcelCodec();

    public Parcel {
        Values.required(label, "label");
        parts = Values.list(parts, "parts");
        Values.required(unknownFields, "unknownFields");
    }

    public Parcel(String label, @Nullable Integer weight, List<Parcel> parts) {
        this(label, weight, parts, UnknownFields.EMPTY);
    }

    private static final class ParcelCodec extends OpenStructCodec<Parcel> {

        private static final Codec<List<Parcel>> PARTS = Codecs.list(Codecs.deferred(() -> CODEC));

        ParcelCodec() {
            super(
                    "Parcel",
                    Shapes.builder()
                            .field(2, Kind.STRING)
                            .optional(3, Kind.INT32)
                            .field(7, Kind.LIST)
                            .build());
        }

        @Override
        protected UnknownFields unknownFields(Parcel value) {
            return value.unknownFields();
        }

        @Override
        protected int presence(Parcel value) {
            return value.weight() != null ? 1 : 0;
        }

        @Override
        protected void writeValues(Encoder out, Parcel value) {
            out.string(value.label());
            if (value.weight() != null) {
                out.i32(value.weight());
            }
            PARTS.write(out, value.parts());
        }

        @Override
        protected int writeMerged(Encoder out, Parcel value, UnknownFields unknown) {
            out.unknownFields(unknown, 0, 2);
            out.string(value.label());
            if (value.weight() != null) {
                out.i32(value.weight());
            }
            out.unknownFields(unknown, 3, 7);
            PARTS.write(out, value.parts());
            return 7;
        }

        @Override
        protected Parcel readValues(Decoder in, int presence) {
            String label = in.string();
            Integer weight = (presence & 1) != 0 ? in.i32() : null;
            return new Parcel(label, weight, PARTS.read(in));
        }

        @Override
        protected Parcel readFields(Decoder in) {
            UnknownFieldCollector unknown = new UnknownFieldCollector();
            in.keepBefore(2, unknown);
            in.require(2, Kind.STRING, "label");
            String label = in.string();
            Integer weight = in.present(3, Kind.INT32, "weight") ? in.i32() : null;
            in.keepBefore(7, unknown);
            in.require(7, Kind.LIST, "parts");
            List<Parcel> parts = PARTS.read(in);
            return new Parcel(label, weight, parts, in.keepRest(unknown));
        }
    }
}
