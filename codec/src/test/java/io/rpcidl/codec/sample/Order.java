package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some fields are optional, and the numbers have a wide gap. */
public record Order(
        long id,
        List<Line> lines,
        OrderState state,
        @Nullable String note,
        Instant placedAt,
        List<Payment> payments,
        Map<String, Colour> colours,
        Set<ProductId> related) {

    public static final StructCodec<Order> CODEC = new OrderCodec();

    public Order {
        lines = Values.list(lines, "lines");
        payments = Values.list(payments, "payments");
        colours = Values.map(colours, "colours");
        related = Values.set(related, "related");
    }

    private static final class OrderCodec extends StructCodec<Order> {

        private static final Codec<List<Line>> LINES = Codecs.list(Line.CODEC, 200);
        private static final Codec<List<Payment>> PAYMENTS = Codecs.list(Payment.CODEC);
        private static final Codec<Map<String, Colour>> COLOURS = Codecs.map(Codecs.STRING, Colour.CODEC);
        private static final Codec<Set<ProductId>> RELATED = Codecs.set(ProductId.CODEC);

        OrderCodec() {
            super("Order", 8);
        }

        @Override
        protected void writeShape(Encoder out, Order value) {
            out.field(1, Kind.INT64);
            out.field(2, Kind.LIST);
            out.field(3, Kind.ENUM);
            if (value.note() != null) {
                out.field(4, Kind.STRING);
            }
            out.field(5, Kind.TIME);
            out.field(500, Kind.LIST);
            out.field(501, Kind.MAP);
            out.field(502, Kind.LIST);
        }

        @Override
        protected void writeValues(Encoder out, Order value) {
            out.u64(value.id());
            LINES.write(out, value.lines());
            out.enumNumber(value.state().number());
            if (value.note() != null) {
                out.string(value.note());
            }
            out.timestamp(value.placedAt());
            PAYMENTS.write(out, value.payments());
            COLOURS.write(out, value.colours());
            RELATED.write(out, value.related());
        }

        @Override
        protected Order readFields(Decoder in) {
            in.require(1, Kind.INT64, "id");
            long id = in.u64();
            in.require(2, Kind.LIST, "lines");
            List<Line> lines = LINES.read(in);
            OrderState state = in.present(3, Kind.ENUM, "state") ? OrderState.of(in.enumNumber()) : OrderState.PLACED;
            String note = in.present(4, Kind.STRING, "note") ? in.string() : null;
            in.require(5, Kind.TIME, "placedAt");
            Instant placedAt = in.timestamp();
            in.require(500, Kind.LIST, "payments");
            List<Payment> payments = PAYMENTS.read(in);
            in.require(501, Kind.MAP, "colours");
            Map<String, Colour> colours = COLOURS.read(in);
            in.require(502, Kind.LIST, "related");
            return new Order(id, lines, state, note, placedAt, payments, colours, RELATED.read(in));
        }
    }
}
