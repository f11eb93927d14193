package io.rpcidl.codec.sample;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;

/** A struct whose fields are all of a named type. */
public record Hours(Minute opens, Minute pauses, Minute resumes, Minute closes) {

    public static final StructCodec<Hours> CODEC = new HoursCodec();

    /** A named type, which takes more than the number in it. */
    public record Minute(long value) {}

    /** Four minutes from this one on. */
    public static Hours of(int first) {
        return new Hours(new Minute(first), new Minute(first + 1), new Minute(first + 2), new Minute(first + 3));
    }

    private static final class HoursCodec extends StructCodec<Hours> {

        HoursCodec() {
            super(
                    "Hours",
                    Shape.builder()
                            .field(1, Kind.INT64)
                            .field(2, Kind.INT64)
                            .field(3, Kind.INT64)
                            .field(4, Kind.INT64)
                            .build(),
                    4);
        }

        @Override
        protected void writeValues(Encoder out, Hours value) {
            out.i64(value.opens().value());
            out.i64(value.pauses().value());
            out.i64(value.resumes().value());
            out.i64(value.closes().value());
        }

        @Override
        protected Hours readValues(Decoder in) {
            return new Hours(new Minute(in.i64()), new Minute(in.i64()), new Minute(in.i64()), new Minute(in.i64()));
        }

        @Override
        protected Hours readFields(Decoder in) {
            in.require(1, Kind.INT64, "opens");
            Minute opens = new Minute(in.i64());
            in.require(2, Kind.INT64, "pauses");
            Minute pauses = new Minute(in.i64());
            in.require(3, Kind.INT64, "resumes");
            Minute resumes = new Minute(in.i64());
            in.require(4, Kind.INT64, "closes");
            return new Hours(opens, pauses, resumes, new Minute(in.i64()));
        }
    }
}
