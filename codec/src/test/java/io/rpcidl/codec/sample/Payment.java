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
                Line.CODEC.write(out.variant(1, Kind.STRUCT), variant.line());
            } else if (value instanceof OfVoucher variant) {
                out.variant(2, Kind.STRING).string(variant.voucher(), 100);
            } else if (value instanceof OfCash) {
                out.emptyVariant(300);
            } else if (value instanceof Unknown variant) {
                out.unknownVariant(variant.value());
            }
        }

        @Override
        protected Payment readVariant(Decoder in, int number) {
            return switch (number) {
                case 1 -> new OfLine(Line.CODEC.read(in.expect(Kind.STRUCT, "line")));
                case 2 -> new OfVoucher(in.expect(Kind.STRING, "voucher").string(100));
                case 300 -> in.emptyVariant("cash", new OfCash());
                default -> new Unknown(in.unknownVariant());
            };
        }
    }
}
