package io.rpcidl.codec.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Values with every form that the wire has. */
public final class Samples {

    private Samples() {}

    public static Line line(int seed) {
        BigDecimal price = seed % 2 == 0
                ? new BigDecimal("1999.90")
                : new BigDecimal(BigInteger.TEN.pow(40).negate(), -3);
        return new Line(new ProductId(new UUID(seed, ~seed)), 4_294_967_295L - seed, price);
    }

    public static Order order() {
        Map<String, Colour> colours = new LinkedHashMap<>();
        colours.put("sky ☁", Colour.GREEN);
        colours.put("", Colour.RED);
        return new Order(
                -1,
                List.of(line(1), line(2), line(3)),
                OrderState.of(77),
                "a note of 😀",
                Instant.parse("2026-11-23T05:00:00.123456789Z"),
                List.of(new Payment.OfLine(line(4)), new Payment.OfVoucher("V"), new Payment.OfCash()),
                colours,
                Set.of(new ProductId(new UUID(7, 8))));
    }

    public static Order plainOrder() {
        return new Order(7, List.of(), OrderState.PAID, null, Instant.EPOCH, List.of(), Map.of(), Set.of());
    }

    public static Reading reading() {
        return new Reading(
                true,
                "north",
                -0.0,
                List.of(1, 2, 65_535),
                List.of(line(5), line(6)),
                List.of(List.of("a", "bc"), List.of()),
                line(9));
    }

    public static Node node() {
        Node leaf = new Node(1, null, List.of());
        return new Node(255, new Node(2, leaf, List.of(leaf)), List.of(leaf, new Node(3, null, List.of(leaf))));
    }
}
