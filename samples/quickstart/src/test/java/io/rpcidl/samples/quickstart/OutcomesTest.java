package io.rpcidl.samples.quickstart;

import static io.rpcidl.samples.quickstart.Assortment.TEAPOT;
import static io.rpcidl.samples.quickstart.Assortment.lines;
import static io.rpcidl.testing.RpcAssertions.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.CallOptions;
import io.rpcidl.testing.Fault;
import io.rpcidl.testing.FaultTransport;
import io.rpcidl.testing.RpcExtension;
import io.rpcidl.testing.RpcFixture;
import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import shop.orders.v1.Line;
import shop.orders.v1.Order;
import shop.orders.v1.Orders;
import shop.orders.v1.OrdersClient;
import shop.orders.v1.OrdersConstants;
import shop.orders.v1.OutOfStock;
import shop.orders.v1.Payment;

/** What becomes of orders when something fails at one moment of their call. */
@Timeout(60)
class OutcomesTest {
    private static final Payment CASH = new Payment.OfCash();

    private final InMemoryOrders shop = new InMemoryOrders(Clock.systemUTC());

    @RegisterExtension
    final RpcExtension rpc = RpcExtension.serving(Orders.class, Orders::service, shop);

    @BeforeEach
    void fillTheShelves() {
        Assortment.fill(shop);
    }

    @Test
    void anOrderWhoseAnswerIsLostMayHaveBeenPlacedAndWas(OrdersClient orders, FaultTransport faults) {
        faults.onRequest().afterExecution().cut();

        assertThatCall(() -> orders.place(lines(TEAPOT, 1), CASH, null))
                .mayHaveBeenExecuted()
                .withCode(RpcCode.UNAVAILABLE)
                .inPhase(Phase.AWAITING_REPLY);

        assertThat(shop.count()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsLostOnItsWayMayHaveBeenPlacedAndWasNot(OrdersClient orders, FaultTransport faults) {
        faults.onRequest().afterWrite().reset();

        assertThatCall(() -> orders.place(lines(TEAPOT, 1), CASH, null)).mayHaveBeenExecuted();

        assertThat(shop.count()).isZero();
    }

    @Test
    void anOrderThatNeverLeftIsPlacedOnceByASecondCall(OrdersClient orders, FaultTransport faults) throws Exception {
        faults.onRequest().beforeWrite().cut();

        Order placed = placeAgainWhenItIsSafe(orders);

        assertThat(placed.lines()).isEqualTo(lines(TEAPOT, 1));
        assertThat(shop.count()).isEqualTo(1);
    }

    private static Order placeAgainWhenItIsSafe(Orders orders) throws OutOfStock {
        try {
            return orders.place(lines(TEAPOT, 1), CASH, null);
        } catch (NotExecutedException neverArrived) {
            return orders.place(lines(TEAPOT, 1), CASH, null);
        }
    }

    @Test
    void anAnswerThatIsHeldBackComesLater(OrdersClient orders, FaultTransport faults) throws Exception {
        Fault stall = faults.onRequest().afterExecution().stall();
        CompletableFuture<Order> call =
                orders.async().place(lines(TEAPOT, 1), CASH, "hurry").toCompletableFuture();
        stall.awaitStruck();
        assertThat(call).isNotDone();

        stall.release();

        assertThat(call.get(30, TimeUnit.SECONDS).note()).isEqualTo("hurry");
    }

    @Test
    void anOrderThatComesWhenTheServerGoesAwayWasNotPlaced(OrdersClient orders, FaultTransport faults) {
        faults.onRequest().afterWrite().drain();
        OrdersClient once = orders.with(CallOptions.DEFAULT.withoutRetries());

        assertThatCall(once.async().place(lines(TEAPOT, 1), CASH, null))
                .wasNotExecuted()
                .withCode(RpcCode.DRAINING)
                .isTransient();
        assertThat(shop.count()).isZero();
    }

    @Test
    void anOrderThatWasNotPlacedIsPlacedAgainAndOnce(OrdersClient orders, FaultTransport faults) {
        faults.onRequest().afterWrite().drain();

        assertThatCall(orders.async().place(lines(TEAPOT, 1), CASH, null)).succeeded();

        assertThat(shop.count()).isEqualTo(1);
    }

    @Test
    void anOrderWithTooManyLinesIsNotSent(OrdersClient orders) {
        int tooMany = Math.toIntExact(OrdersConstants.MAX_LINES) + 1;
        List<Line> lines = Collections.nCopies(tooMany, lines(TEAPOT, 1).get(0));

        assertThatCall(() -> orders.place(lines, CASH, null)).wasNotExecuted().withCode(RpcCode.BAD_REQUEST);

        assertThat(shop.count()).isZero();
    }

    @Test
    void aCallWhoseDeadlineIsPastIsNotSent(OrdersClient orders) {
        OrdersClient late = orders.with(CallOptions.DEFAULT.withDeadline(Duration.ZERO));

        assertThatCall(() -> late.place(lines(TEAPOT, 1), CASH, null))
                .wasNotExecuted()
                .withCode(RpcCode.DEADLINE);
    }

    @Test
    void aFixtureWorksWithoutJUnit() throws Exception {
        try (RpcFixture fixture =
                RpcFixture.builder().serve(Orders.class, Orders::service, shop).start()) {
            OrdersClient orders = new OrdersClient(fixture.client());

            Order placed = orders.place(lines(TEAPOT, 1), CASH, null);

            assertThat(orders.get(placed.id())).isEqualTo(placed);
        }
    }
}
