package io.rpcidl.simulation.host;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Kind;

/** The error that the methods declare. */
final class Refusal extends DeclaredErrorException {
    private static final long serialVersionUID = 1;

    private final long operation;

    Refusal(long operation) {
        super("refused");
        this.operation = operation;
    }

    /** The operation that is refused. */
    long operation() {
        return operation;
    }

    static StructCodec<Refusal> codec() {
        return RefusalCodec.INSTANCE;
    }

    private static final class RefusalCodec extends StructCodec<Refusal> {
        static final RefusalCodec INSTANCE = new RefusalCodec();

        private RefusalCodec() {
            super("Refusal", Shape.builder().field(1, Kind.INT64).build());
        }

        @Override
        protected void writeValues(Encoder out, Refusal value) {
            out.i64(value.operation());
        }

        @Override
        protected Refusal readValues(Decoder in) {
            return new Refusal(in.i64());
        }

        @Override
        protected Refusal readFields(Decoder in) {
            in.require(1, Kind.INT64, "operation");
            return new Refusal(in.i64());
        }
    }
}
