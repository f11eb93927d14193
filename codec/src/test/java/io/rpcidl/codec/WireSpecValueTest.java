package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.SpecBlocks;
import io.rpcidl.codec.sample.Colour;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.value.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Writes and reads the values that chapter 11 of wire-spec.md shows. */
class WireSpecValueTest {

    private final List<SpecBlocks.Block> blocks = SpecBlocks.all();

    @Test
    void writesTheOrderOfTheText() {
        Order order = new Order(
                7,
                List.of(line(1, 2, "9.99"), line(2, 1, "10")),
                OrderState.of(9),
                "hi",
                Instant.ofEpochSecond(1, 2),
                List.of(new Payment.OfVoucher("V"), new Payment.OfCash()),
                Map.of("a", Colour.GREEN),
                Set.of());
        assertTold("order", Order.CODEC, order);
    }

    @Test
    void writesTheOrderWithoutANote() {
        Order order = new Order(8, List.of(), OrderState.PLACED, null, Instant.EPOCH, List.of(), Map.of(), Set.of());
        assertTold("sparse", Order.CODEC, order);
    }

    @Test
    void writesTimesAndDecimalsBelowZero() {
        assertTold("duration", Codecs.result(Codecs.DURATION), Duration.ofMillis(-500));
        assertTold("decimal", Codecs.result(Codecs.DECIMAL), new BigDecimal("-10.00"));
    }

    @Test
    void keepsTheVariantThatItDoesNotKnow() {
        StructCodec<Payment> codec = Codecs.result(Payment.CODEC);
        byte[] told = SpecBlocks.octets(blocks, "variant");
        Payment payment = codec.decode(told);
        assertThat(payment).isInstanceOfSatisfying(Payment.Unknown.class, unknown -> {
            assertThat(unknown.value().number()).isEqualTo(9);
            assertThat(unknown.value().kind()).isEqualTo(Kind.STRING);
        });
        assertThat(codec.encode(payment)).isEqualTo(told);
    }

    private static Line line(int product, int quantity, String price) {
        return new Line(new ProductId(new UUID(0, product)), quantity, new BigDecimal(price));
    }

    private <T> void assertTold(String name, StructCodec<T> codec, T value) {
        byte[] told = SpecBlocks.octets(blocks, name);
        assertThat(codec.encode(value)).isEqualTo(told);
        assertThat(codec.decode(told)).isEqualTo(value);
    }
}
