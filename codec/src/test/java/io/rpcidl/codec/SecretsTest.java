package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Order;
import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.value.Values;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Rows N01 and N02 of the catalogue of hostile inputs, as far as values go: no exception and no text for people quotes a value,
 * which may be secret, and all are one short line whatever the peer sends.
 */
class SecretsTest {

    private static final String SECRET = "S3CR3T\r\n\u001B[31m\u202E";
    private static final int LONGEST = 300;

    @Test
    void refusalsQuoteNothingThatWasSent() {
        UUID number = UUID.fromString("5ec2e700-0000-0000-0000-00005ec2e700");
        Order order = new Order(
                0x5EC2E7,
                List.of(new Line(new ProductId(number), 77_777_777, new BigDecimal("31337.31337"))),
                OrderState.of(31_337),
                SECRET,
                Instant.ofEpochSecond(1_313_371_337),
                List.of(new Payment.OfVoucher(SECRET)),
                Map.of(SECRET, io.rpcidl.codec.sample.Colour.RED),
                Set.of(new ProductId(number)));
        byte[] message = Order.CODEC.encode(order);
        int refused = 0;
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] flipped = message.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Order.CODEC.decode(flipped);
            } catch (MalformedDataException problem) {
                refused++;
                assertQuotesNothing(problem);
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void refusalsOfTypesQuoteNothing() {
        Codec<String> picky = Codecs.named(
                Codecs.STRING,
                text -> {
                    throw new IllegalArgumentException("not a card: " + text);
                },
                text -> text);
        StructCodec<String> codec = Codecs.result(picky);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> codec.decode(Codecs.result(Codecs.STRING).encode(SECRET)))
                .satisfies(SecretsTest::assertQuotesNothing)
                .withMessageStartingWith("result.result: a type refuses a value that was read");
    }

    @Test
    void valuesThatCannotBeWrittenAreNotQuoted() {
        Payment voucher = new Payment.OfVoucher(SECRET.repeat(20));
        assertUnencodable(Codecs.result(Payment.CODEC), voucher);
        assertUnencodable(Codecs.result(Codecs.limited(Codecs.STRING, 3)), SECRET);
        assertUnencodable(Codecs.result(Codecs.map(Codecs.STRING, Codecs.I8, 0)), Map.of(SECRET, (byte) 1));
        assertUnencodable(Codecs.result(Codecs.set(Codecs.STRING, 0)), Set.of(SECRET));
        assertUnencodable(Codecs.result(Codecs.list(Codecs.STRING, 0)), List.of(SECRET));
        assertUnencodable(Codecs.result(Codecs.STRING), SECRET + "\uD800");
        assertUnencodable(Codecs.result(Codecs.DECIMAL), new BigDecimal("31337E+20000"));
        assertUnencodable(Codecs.result(Codecs.U8), 31_337);
        assertUnencodable(Codecs.result(Codecs.U32), 313_373_133_731_337L);
    }

    private static <T> void assertUnencodable(StructCodec<T> codec, T value) {
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> codec.encode(value))
                .satisfies(SecretsTest::assertQuotesNothing);
    }

    @Test
    void unknownVariantsShowTheirSizeOnly() {
        byte[] text = Codecs.result(Codecs.STRING).encode(SECRET);
        byte[] message = Octets.join(Octets.of("01 1D 01 9B"), java.util.Arrays.copyOfRange(text, 2, text.length));
        Payment unknown = Codecs.result(Payment.CODEC).decode(message);
        assertThat(unknown.toString()).doesNotContain("S3CR3T").contains("9 (string, ");
    }

    @Test
    void rangesAreToldWithoutTheValue() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Values.requireU8(31_337, "Card.month"))
                .satisfies(SecretsTest::assertQuotesNothing);
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> Values.map(java.util.Collections.singletonMap(SECRET, null), "Card.notes"))
                .satisfies(SecretsTest::assertQuotesNothing);
    }

    private static void assertQuotesNothing(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        assertThat(message).hasSizeLessThan(LONGEST).matches("\\P{Cntrl}+");
        assertThat(message + problem.getCause())
                .doesNotContain("S3CR3T")
                .doesNotContain("31337")
                .doesNotContain("31,337")
                .doesNotContainIgnoringCase("5ec2e7")
                .doesNotContain("77777777");
    }
}
