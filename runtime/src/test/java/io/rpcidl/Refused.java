package io.rpcidl;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Kind;

/** The error that the test service declares. */
final class Refused extends DeclaredErrorException {
    private static final long serialVersionUID = 1;

    private final String why;

    Refused(String why) {
        super("refused: " + why);
        this.why = why;
    }

    String why() {
        return why;
    }

    static StructCodec<Refused> codec() {
        return RefusedCodec.INSTANCE;
    }

    private static final class RefusedCodec extends StructCodec<Refused> {
        static final RefusedCodec INSTANCE = new RefusedCodec();

        private RefusedCodec() {
            super("Refused", Shape.builder().field(1, Kind.STRING).build());
        }

        @Override
        protected void writeValues(Encoder out, Refused value) {
            out.string(value.why());
        }

        @Override
        protected Refused readValues(Decoder in) {
            return new Refused(in.string());
        }

        @Override
        protected Refused readFields(Decoder in) {
            in.require(1, Kind.STRING, "why");
            return new Refused(in.string());
        }
    }
}
