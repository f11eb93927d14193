package io.rpcidl.codec.sample;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.OpenStructCodec;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.UnknownFieldCollector;
import io.rpcidl.codec.UnknownFields;
import io.rpcidl.value.Kind;

/** An open struct of one field that is always there. */
public record Corner(int x, UnknownFields unknownFields) {

    public static final OpenStructCodec<Corner> CODEC = new CornerCodec();

    private static final class CornerCodec extends OpenStructCodec<Corner> {

        CornerCodec() {
            super("Corner", Shape.builder().field(1, Kind.INT8).build());
        }

        @Override
        protected UnknownFields unknownFields(Corner value) {
            return value.unknownFields();
        }

        @Override
        protected void writeValues(Encoder out, Corner value) {
            out.u8(value.x());
        }

        @Override
        protected int writeMerged(Encoder out, Corner value, UnknownFields unknown) {
            writeValues(out, value);
            return 1;
        }

        @Override
        protected Corner readValues(Decoder in) {
            return new Corner(in.u8(), UnknownFields.EMPTY);
        }

        @Override
        protected Corner readFields(Decoder in) {
            in.require(1, Kind.INT8, "x");
            return new Corner(in.u8(), in.keepRest(new UnknownFieldCollector()));
        }
    }
}
