package shop;

import java.util.List;
import shop.fixtures.Basket;

class UsesTest {
    static Basket basket() {
        return Basket.builder().lines(List.of(UsesMain.line())).build();
    }
}
