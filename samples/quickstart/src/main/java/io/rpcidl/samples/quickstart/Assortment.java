package io.rpcidl.samples.quickstart;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import shop.catalog.v1.Product;
import shop.catalog.v1.ProductId;
import shop.orders.v1.Line;

/** What the shop of the demo sells. */
final class Assortment {

    /** There is enough of it. */
    static final Product TEAPOT = product("teapot", "29.90");

    /** There are only {@link #RARE} of it. */
    static final Product SAMOVAR = product("samovar", "480.00");

    static final int PLENTY = 10_000;
    static final int RARE = 3;

    private Assortment() {}

    /** Fills the shelves. */
    static void fill(InMemoryOrders shop) {
        shop.stock(TEAPOT, PLENTY);
        shop.stock(SAMOVAR, RARE);
    }

    /** The lines of an order for one product. */
    static List<Line> lines(Product product, int quantity) {
        return List.of(Line.builder().product(product.id()).quantity(quantity).build());
    }

    private static Product product(String name, String price) {
        return Product.builder()
                .id(new ProductId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))))
                .name(name)
                .price(new BigDecimal(price))
                .build();
    }
}
