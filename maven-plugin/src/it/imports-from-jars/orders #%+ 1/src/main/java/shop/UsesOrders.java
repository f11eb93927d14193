package shop;

import java.util.UUID;
import shop.catalog.ProductId;
import shop.orders.Line;

class UsesOrders {
    static Line line() {
        return Line.builder().product(new ProductId(new UUID(1, 2))).build();
    }
}
