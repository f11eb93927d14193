package io.rpcidl.codec.sample;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Values;
import java.math.BigDecimal;

/** All fields are always written, so that it has a constant shape. */
public record Line(ProductId product, long quantity, BigDecimal price) {

    public static final StructCodec<Line> CODEC = new LineCodec();

    public Line {
        Values.required(product, "product");
        Values.requireU32(quantity, "quantity");
        Values.required(price, "price");
    }

    private static final class LineCodec extends StructCodec<Line> {

        LineCodec() {
            super(
                    "Line",
                    Shape.builder()
                            .field(1, Kind.UUID)
                            .field(2, Kind.INT32)
                            .field(3, Kind.BYTES)
                            .build());
        }

        @Override
        protected void writeValues(Encoder out, Line value) {
            out.uuid(value.product().value());
            out.u32(value.quantity());
            out.decimal(value.price());
        }

        @Override
        protected Line readValues(Decoder in) {
            ProductId product = new ProductId(in.uuid());
            long quantity = in.u32();
            return new Line(product, quantity, in.decimal());
        }

        @Override
        protected Line readFields(Decoder in) {
            in.require(1, Kind.UUID, "product");
            ProductId product = new ProductId(in.uuid());
            in.require(2, Kind.INT32, "quantity");
            long quantity = in.u32();
            in.require(3, Kind.BYTES, "price");
            return new Line(product, quantity, in.decimal());
        }
    }
}
