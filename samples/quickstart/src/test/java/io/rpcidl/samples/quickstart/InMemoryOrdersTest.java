package io.rpcidl.samples.quickstart;

import static io.rpcidl.samples.quickstart.Assortment.SAMOVAR;
import static io.rpcidl.samples.quickstart.Assortment.TEAPOT;
import static io.rpcidl.samples.quickstart.Assortment.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.RpcStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.orders.v1.ImportReport;
import shop.orders.v1.Line;
import shop.orders.v1.NewOrder;
import shop.orders.v1.NoSuchOrder;
import shop.orders.v1.Order;
import shop.orders.v1.OrderId;
import shop.orders.v1.OrderState;
import shop.orders.v1.OutOfStock;
import shop.orders.v1.Payment;

/** A handler is tested like any other object: without a server. */
class InMemoryOrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Payment CASH = new Payment.OfCash();

    private final InMemoryOrders shop = new InMemoryOrders(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void fillTheShelves() {
        Assortment.fill(shop);
    }

    @Test
    void keepsAnOrderAsItWasPlaced() throws Exception {
        Order placed = shop.place(lines(TEAPOT, 2), CASH, "ring twice");

        assertThat(placed.total()).isEqualByComparingTo("59.80");
        assertThat(placed.state()).isEqualTo(OrderState.PLACED);
        assertThat(placed.placedAt()).isEqualTo(NOW);
        assertThat(placed.note()).isEqualTo("ring twice");
        assertThat(shop.get(placed.id())).isEqualTo(placed);
    }

    @Test
    void takesNothingWhenOneLineIsOutOfStock() throws Exception {
        List<Line> lines = new ArrayList<>(lines(SAMOVAR, Assortment.RARE));
        lines.addAll(lines(SAMOVAR, 1));

        assertThatExceptionOfType(OutOfStock.class)
                .isThrownBy(() -> shop.place(lines, CASH, null))
                .satisfies(error -> assertThat(error.available()).isZero());

        assertThat(shop.count()).isZero();
        shop.place(lines(SAMOVAR, Assortment.RARE), CASH, null);
    }

    @Test
    void putsPiecesBackOnceHoweverOftenAnOrderIsCancelled() throws Exception {
        Order order = shop.place(lines(SAMOVAR, Assortment.RARE), CASH, null);

        shop.cancel(order.id());
        shop.cancel(order.id());

        assertThat(shop.get(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThatExceptionOfType(OutOfStock.class)
                .isThrownBy(() -> shop.place(lines(SAMOVAR, Assortment.RARE + 1), CASH, null))
                .satisfies(error -> assertThat(error.available()).isEqualTo(Assortment.RARE));
    }

    @Test
    void namesTheOrderThatItDoesNotKnow() {
        OrderId id = new OrderId(new UUID(1, 2));

        assertThatExceptionOfType(NoSuchOrder.class)
                .isThrownBy(() -> shop.get(id))
                .satisfies(error -> assertThat(error.id()).isEqualTo(id));
    }

    @Test
    void tellsEachChangeOfAnOrderAndThenTheEnd() throws Exception {
        Order placed = shop.place(lines(TEAPOT, 1), CASH, null);
        try (RpcStream<Order> changes = shop.watch(placed.id())) {
            assertThat(changes.next()).isEqualTo(placed);
            shop.cancel(placed.id());

            assertThat(changes.next().state()).isEqualTo(OrderState.CANCELLED);
            assertThat(changes.next()).isNull();
        }
        shop.awaitNoWatchers();
        OrderId unknown = new OrderId(new UUID(1, 2));
        assertThatExceptionOfType(NoSuchOrder.class).isThrownBy(() -> shop.watch(unknown));
    }

    @Test
    void goesOnBehindAnOrderThatIsOutOfStock() {
        NewOrder rare = new NewOrder(lines(SAMOVAR, Assortment.RARE), CASH, null);
        NewOrder plenty = new NewOrder(lines(TEAPOT, 2), CASH, "ring twice");

        ImportReport report = shop.importAll(RpcStream.of(rare, rare, plenty));

        assertThat(report.placed()).isEqualTo(2);
        assertThat(report.outOfStock()).isEqualTo(1);
        assertThat(report.total()).isEqualByComparingTo("1499.80");
        assertThat(shop.count()).isEqualTo(2);
    }
}
