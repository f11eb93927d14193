package io.rpcidl.compiler.describe;

import io.rpcidl.compiler.model.Literal;
import io.rpcidl.schema.LiteralSchema;
import java.math.BigDecimal;

/** Values as descriptors hold them. */
final class Literals {

    private Literals() {}

    static LiteralSchema describe(Literal literal) {
        if (literal instanceof Literal.Bool bool) {
            return new LiteralSchema.OfBool(bool.value());
        }
        if (literal instanceof Literal.Integral integral) {
            return new LiteralSchema.OfInteger(new BigDecimal(integral.value()));
        }
        if (literal instanceof Literal.Floating floating) {
            return new LiteralSchema.OfFloating(floating.value());
        }
        if (literal instanceof Literal.Text text) {
            return new LiteralSchema.OfText(text.value());
        }
        if (literal instanceof Literal.Uuid uuid) {
            return new LiteralSchema.OfUuid(uuid.value());
        }
        if (literal instanceof Literal.Timestamp timestamp) {
            return new LiteralSchema.OfTimestamp(timestamp.value());
        }
        if (literal instanceof Literal.TimeSpan span) {
            return new LiteralSchema.OfDuration(span.value());
        }
        if (literal instanceof Literal.Decimal decimal) {
            return new LiteralSchema.OfDecimal(decimal.value());
        }
        return literal instanceof Literal.Enumerated enumerated
                ? new LiteralSchema.OfEnumValue(enumerated.value())
                : new LiteralSchema.OfEmpty();
    }
}
