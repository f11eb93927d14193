package io.rpcidl.samples.quickstart;

import static io.rpcidl.samples.quickstart.Assortment.SAMOVAR;
import static io.rpcidl.samples.quickstart.Assortment.TEAPOT;
import static io.rpcidl.samples.quickstart.Assortment.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcStream;
import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.orders.v1.Card;
import shop.orders.v1.ImportReport;
import shop.orders.v1.NewOrder;
import shop.orders.v1.NoSuchOrder;
import shop.orders.v1.Order;
import shop.orders.v1.OrderId;
import shop.orders.v1.OrderState;
import shop.orders.v1.Orders;
import shop.orders.v1.OrdersClient;
import shop.orders.v1.OutOfStock;
import shop.orders.v1.Payment;

/** The generated client and the server, over TCP. */
class QuickstartIT {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Payment CASH = new Payment.OfCash();

    private final InMemoryOrders shop = new InMemoryOrders(Clock.systemUTC());
    private final GatedOrders handler = new GatedOrders(shop);
    private RpcServer server;
    private RpcClient client;
    private OrdersClient orders;

    @BeforeEach
    void start() {
        Assortment.fill(shop);
        server = RpcServer.builder()
                .plaintext()
                .add(Orders.service(handler))
                .listen(LOOPBACK, 0)
                .start();
        client = connect(server.port());
        orders = new OrdersClient(client);
    }

    @AfterEach
    void stop() {
        handler.release();
        client.close();
        server.close();
    }

    @Test
    void answersAsTheLocalObjectDoes() throws Exception {
        Payment card =
                new Payment.OfCard(Card.builder().number("4111").holder("Ada").build());

        Order placed = orders.place(lines(TEAPOT, 2), card, "ring twice");

        assertThat(orders.get(placed.id())).isEqualTo(placed).isEqualTo(shop.get(placed.id()));
    }

    @Test
    void completesAsynchronousCalls() throws Exception {
        List<CompletableFuture<Order>> calls = IntStream.range(0, 100)
                .mapToObj(i -> orders.async().place(lines(TEAPOT, 1), CASH, "number " + i))
                .map(stage -> stage.toCompletableFuture())
                .toList();

        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).get().note()).isEqualTo("number " + i);
        }
    }

    @Test
    void throwsADeclaredErrorWithItsFields() {
        assertThatExceptionOfType(OutOfStock.class)
                .isThrownBy(() -> orders.place(lines(SAMOVAR, 5), CASH, null))
                .satisfies(error -> {
                    assertThat(error.product()).isEqualTo(SAMOVAR.id());
                    assertThat(error.available()).isEqualTo(Assortment.RARE);
                    assertThat(error.rejects()).isTrue();
                });
        assertThat(shop.count()).isZero();
    }

    @Test
    void cancelsAsOftenAsAsked() throws Exception {
        Order order = orders.place(lines(SAMOVAR, Assortment.RARE), CASH, null);

        orders.cancel(order.id());
        orders.cancel(order.id());

        assertThat(orders.get(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        OrderId unknown = new OrderId(new UUID(1, 2));
        assertThatExceptionOfType(NoSuchOrder.class).isThrownBy(() -> orders.cancel(unknown));
    }

    @Test
    void deliversAOnewayCall() throws Exception {
        Order order = orders.place(lines(TEAPOT, 1), CASH, null);

        orders.seen(order.id());

        await().until(() -> shop.views(order.id()) == 1);
    }

    @Test
    void neverReportsNotExecutedForAnOrderThatWasPlaced() {
        handler.hold();
        OrdersClient hasty = orders.with(CallOptions.DEFAULT.withDeadline(Duration.ofMillis(200)));

        assertThatExceptionOfType(RpcException.class)
                .isThrownBy(() -> hasty.place(lines(TEAPOT, 1), CASH, null))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(RpcCode.DEADLINE);
                    // On a slow machine the deadline may pass before the handler is reached.
                    boolean placed = shop.count() == 1;
                    assertThat(placed && failure.outcome() == Outcome.NOT_EXECUTED)
                            .isFalse();
                });
    }

    @Test
    void reportsNotExecutedWhenNobodyListens() throws Exception {
        CuttingProxy proxy = new CuttingProxy(server.port());
        proxy.cut();

        try (RpcClient lost = connect(proxy.port())) {
            assertThatExceptionOfType(NotExecutedException.class)
                    .isThrownBy(() -> new OrdersClient(lost).place(lines(TEAPOT, 1), CASH, null))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(RpcCode.UNAVAILABLE));
        }
    }

    @Test
    void streamsWhatBecomesOfAnOrder() throws Exception {
        Order placed = orders.place(lines(TEAPOT, 1), CASH, null);
        try (RpcStream<Order> changes = orders.watch(placed.id())) {
            assertThat(changes.next()).isEqualTo(placed);
            orders.cancel(placed.id());

            assertThat(changes.stream().map(Order::state)).containsExactly(OrderState.CANCELLED);
        }
        OrderId unknown = new OrderId(new UUID(1, 2));
        try (RpcStream<Order> none = orders.watch(unknown)) {
            assertThatExceptionOfType(NoSuchOrder.class)
                    .isThrownBy(none::next)
                    .satisfies(error -> assertThat(error.id()).isEqualTo(unknown));
        }
    }

    @Test
    void stopsWatchingWhenTheStreamIsClosed() throws Exception {
        Order placed = orders.place(lines(TEAPOT, 1), CASH, null);
        RpcStream<Order> changes = orders.watch(placed.id());
        changes.next();

        changes.close();

        shop.awaitNoWatchers();
        assertThat(changes.next()).isNull();
    }

    @Test
    void takesAnUpload() {
        NewOrder rare = new NewOrder(lines(SAMOVAR, Assortment.RARE), CASH, null);
        NewOrder plenty = new NewOrder(lines(TEAPOT, 1), CASH, null);

        ImportReport report = orders.importAll(RpcStream.produced(sink -> {
            sink.send(rare);
            sink.send(rare);
            for (int i = 0; i < 500; i++) {
                sink.send(plenty);
            }
        }));

        assertThat(report.placed()).isEqualTo(501);
        assertThat(report.outOfStock()).isEqualTo(1);
        assertThat(shop.count()).isEqualTo(501);
    }

    @Test
    void neverReportsNotExecutedForAnUploadOfWhichOrdersWerePlaced() {
        NewOrder plenty = new NewOrder(lines(TEAPOT, 1), CASH, null);
        IllegalStateException broken = new IllegalStateException("the file ends here");

        assertThatExceptionOfType(MaybeExecutedException.class)
                .isThrownBy(() -> orders.importAll(RpcStream.produced(sink -> {
                    sink.send(plenty);
                    await().until(() -> shop.count() == 1);
                    throw broken;
                })))
                .withCause(broken)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(RpcCode.CANCELLED));
    }

    @Test
    void keepsSensitiveFieldsOutOfText() {
        Card card = Card.builder().number("4111").holder("Ada").build();

        assertThat(new Payment.OfCard(card).toString()).contains("Ada").doesNotContain("4111");
    }

    private static RpcClient connect(int port) {
        return RpcClient.builder().target(LOOPBACK + ":" + port).plaintext().build();
    }
}
