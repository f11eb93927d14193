package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Values;
import java.util.List;

/** A constant shape of more than eight octets that holds others with constant shapes. */
public record Reading(
        boolean valid,
        String sensor,
        double value,
        List<Integer> samples,
        List<Line> lines,
        List<List<String>> names,
        Line best) {

    public static final StructCodec<Reading> CODEC = new ReadingCodec();

    public Reading {
        samples = Values.list(samples, "samples");
        lines = Values.list(lines, "lines");
        names = Values.list(names, "names");
    }

    private static final class ReadingCodec extends StructCodec<Reading> {

        private static final Codec<List<Integer>> SAMPLES = Codecs.list(Codecs.U16);
        private static final Codec<List<Line>> LINES = Codecs.list(Line.CODEC);
        private static final Codec<List<List<String>>> NAMES = Codecs.list(Codecs.list(Codecs.STRING), 5);

        ReadingCodec() {
            super(
                    "Reading",
                    Shape.builder()
                            .field(2, Kind.BOOL)
                            .field(3, Kind.STRING)
                            .field(5, Kind.FLOAT64)
                            .field(100, Kind.LIST)
                            .field(101, Kind.LIST)
                            .field(10_000, Kind.LIST)
                            .field(65_535, Kind.STRUCT)
                            .build());
        }

        @Override
        protected void writeValues(Encoder out, Reading value) {
            out.bool(value.valid());
            out.string(value.sensor());
            out.f64(value.value());
            SAMPLES.write(out, value.samples());
            LINES.write(out, value.lines());
            NAMES.write(out, value.names());
            Line.CODEC.write(out, value.best());
        }

        @Override
        protected Reading readValues(Decoder in) {
            boolean valid = in.bool();
            String sensor = in.string();
            double value = in.f64();
            List<Integer> samples = SAMPLES.read(in);
            List<Line> lines = LINES.read(in);
            List<List<String>> names = NAMES.read(in);
            return new Reading(valid, sensor, value, samples, lines, names, Line.CODEC.read(in));
        }

        @Override
        protected Reading readFields(Decoder in) {
            in.require(2, Kind.BOOL, "valid");
            boolean valid = in.bool();
            in.require(3, Kind.STRING, "sensor");
            String sensor = in.string();
            in.require(5, Kind.FLOAT64, "value");
            double value = in.f64();
            in.require(100, Kind.LIST, "samples");
            List<Integer> samples = SAMPLES.read(in);
            in.require(101, Kind.LIST, "lines");
            List<Line> lines = LINES.read(in);
            in.require(10_000, Kind.LIST, "names");
            List<List<String>> names = NAMES.read(in);
            in.require(65_535, Kind.STRUCT, "best");
            return new Reading(valid, sensor, value, samples, lines, names, Line.CODEC.read(in));
        }
    }
}
