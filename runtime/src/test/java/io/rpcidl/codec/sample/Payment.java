package io.rpcidl.codec.sample;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.UnionCodec;
import io.rpcidl.codec.UnknownValue;
import io.rpcidl.value.Kind;

/** A union with a variant of each form. */
public sealed interface Payment {

    UnionCodec<Payment> CODEC = new PaymentCodec();

    record OfLine(Line line) implements Payment {}

    record OfVoucher(String voucher) implements Payment {}

    record OfCash() implements Payment {}

    record Unknown(UnknownValue value) implements Payment {}

    final class PaymentCodec extends UnionCodec<Payment> {

        private PaymentCodec() {
            super("Payment");
        }

        @Override
        protected void writeVariant(Encoder out, Payment value) {
            if (value instanceof OfLine variant) {
                out.variant(1, Kind.STRUCT);
                Line.CODEC.write(out, variant.line());
            } else if (value instanceof OfVoucher variant) {
                out.variant(2, Kind.STRING);
                out.string(variant.voucher(), 100);
            } else if (value instanceof OfCash) {
                out.emptyVariant(300);
            } else if (value instanceof Unknown variant) {
                out.unknownVariant(variant.value());
            }
        }

        @Override
        protected Payment readVariant(Decoder in, int number) {
            switch (number) {
                case 1 -> {
                    in.expect(Kind.STRUCT, "line");
                    return new OfLine(Line.CODEC.read(in));
                }
                case 2 -> {
                    in.expect(Kind.STRING, "voucher");
                    return new OfVoucher(in.string(100));
                }
                case 300 -> {
                    in.expect(Kind.STRUCT, "cash");
                    in.emptyVariant();
                    return new OfCash();
                }
                default -> {
                    return new Unknown(in.unknownVariant());
                }
            }
        }
    }
}
