package io.rpcidl.codec.sample;

import io.rpcidl.codec.StructCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values of the sample types. */
public final class RandomValues {

    private RandomValues() {}

    /** A value with its codec. */
    public record Sample<T>(StructCodec<T> codec, T value) {

        public byte[] message() {
            return codec.encode(value);
        }
    }

    public static Arbitrary<Sample<?>> samples() {
        return Arbitraries.oneOf(
                orders().map(order -> new Sample<>(Order.CODEC, order)),
                readings().map(reading -> new Sample<>(Reading.CODEC, reading)),
                nodes().map(node -> new Sample<>(Node.CODEC, node)),
                lines().map(line -> new Sample<>(Line.CODEC, line)));
    }

    public static Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> unscaled = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TWO.pow(511).negate(),
                        BigInteger.TWO.pow(511).subtract(BigInteger.ONE));
        return Combinators.combine(unscaled, Arbitraries.integers().between(-10_000, 10_000))
                .as(BigDecimal::new);
    }

    /** Text without surrogates that stand alone. */
    public static Arbitrary<String> texts() {
        Arbitrary<Integer> characters = Arbitraries.integers()
                .between(0, 0x10FFFF)
                .edgeCases(edges -> edges.add(0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000))
                .filter(character -> character < 0xD800 || character > 0xDFFF);
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(200),
                characters.list().ofMaxSize(60).map(RandomValues::text));
    }

    public static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));
    }

    public static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    public static Arbitrary<Line> lines() {
        return Combinators.combine(
                        uuids().map(ProductId::new), Arbitraries.longs().between(0, 0xFFFF_FFFFL), decimals())
                .as(Line::new);
    }

    private static Arbitrary<Payment> payments() {
        return Arbitraries.oneOf(
                lines().map(Payment.OfLine::new),
                Arbitraries.strings().ofMaxLength(30).alpha().map(Payment.OfVoucher::new),
                Arbitraries.just(new Payment.OfCash()));
    }

    private static Arbitrary<Order> orders() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        lines().list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 65_535).map(OrderState::of),
                        texts().injectNull(0.5),
                        instants(),
                        payments().list().ofMaxSize(3),
                        Arbitraries.maps(texts(), Arbitraries.of(Colour.class)).ofMaxSize(3),
                        uuids().map(ProductId::new).set().ofMaxSize(3))
                .as(Order::new);
    }

    private static Arbitrary<Reading> readings() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        texts(),
                        Arbitraries.doubles(),
                        Arbitraries.integers().between(0, 65_535).list().ofMaxSize(20),
                        lines().list().ofMaxSize(3),
                        texts().list().ofMaxSize(3).list().ofMaxSize(5),
                        lines())
                .as(Reading::new);
    }

    private static Arbitrary<Node> nodes() {
        return nodes(3);
    }

    private static Arbitrary<Node> nodes(int levels) {
        Arbitrary<Integer> labels = Arbitraries.integers().between(0, 255);
        if (levels == 0) {
            return labels.map(label -> new Node(label, null, List.of()));
        }
        return Combinators.combine(
                        labels,
                        nodes(levels - 1).injectNull(0.4),
                        nodes(levels - 1).list().ofMaxSize(2))
                .as(Node::new);
    }

    private static String text(List<Integer> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::appendCodePoint);
        return text.toString();
    }
}
