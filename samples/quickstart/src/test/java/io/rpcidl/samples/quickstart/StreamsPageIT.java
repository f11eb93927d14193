package io.rpcidl.samples.quickstart;

import static io.rpcidl.samples.quickstart.Assortment.TEAPOT;
import static io.rpcidl.samples.quickstart.Assortment.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rpcidl.RpcClient;
import io.rpcidl.RpcLimits;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcStream;
import io.rpcidl.UncheckedDeclaredErrorException;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.orders.v1.ImportReport;
import shop.orders.v1.NewOrder;
import shop.orders.v1.Order;
import shop.orders.v1.OrderId;
import shop.orders.v1.OrderState;
import shop.orders.v1.Orders;
import shop.orders.v1.OrdersClient;
import shop.orders.v1.Payment;

/** What docs/streams.md shows stands in this file or in the sources of the sample, where it is compiled and run. */
@Timeout(60)
class StreamsPageIT {

    private static final Path PAGE = Path.of("../../docs/streams.md");
    private static final Path HERE = Path.of("src/test/java/io/rpcidl/samples/quickstart/StreamsPageIT.java");
    private static final Path HANDLER = Path.of("src/main/java/io/rpcidl/samples/quickstart/InMemoryOrders.java");
    private static final Path SCHEMA = Path.of("src/main/rpcidl/shop/orders/v1/orders.rpcidl");
    private static final Pattern BLOCK = Pattern.compile("```(?:java|rpcidl)\n(.*?)```", Pattern.DOTALL);
    private static final Payment CASH = new Payment.OfCash();

    private final InMemoryOrders handler = new InMemoryOrders(Clock.systemUTC());
    private final RpcServer server = serve();
    private final RpcClient client =
            RpcClient.builder().target("127.0.0.1:" + server.port()).plaintext().build();
    private final OrdersClient orders = new OrdersClient(client);
    private final List<OrderState> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<String> log = new ArrayList<>();

    private RpcServer serve() {
        Assortment.fill(handler);
        return RpcServer.builder()
                .plaintext()
                .limits(RpcLimits.DEFAULTS.withStreamBytesInFlight(16 << 20))
                .add(Orders.service(handler))
                .listen("127.0.0.1", 0)
                .start();
    }

    private OrderId cancelled() throws Exception {
        OrderId id = handler.place(lines(TEAPOT, 1), CASH, null).id();
        handler.cancel(id);
        return id;
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void showsWhatIsCompiled() throws IOException {
        String sources = flat(Files.readString(HERE) + Files.readString(HANDLER) + Files.readString(SCHEMA));
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(blocks).hasSize(8);
        assertThat(blocks).allSatisfy(block -> assertThat(sources).contains(flat(block)));
    }

    /** The page breaks and indents lines in its own way. */
    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void readsInALoop() throws Exception {
        OrderId id = cancelled();
        try (RpcStream<Order> changes = orders.watch(id)) {
            for (Order order = changes.next(); order != null; order = changes.next()) {
                seen.add(order.state());
            }
        }
        assertThat(seen).containsExactly(OrderState.CANCELLED);
    }

    @Test
    void readsInAPipeline() throws Exception {
        OrderId id = cancelled();
        try (RpcStream<Order> changes = orders.watch(id)) {
            boolean cancelled = changes.stream().anyMatch(order -> order.state().equals(OrderState.CANCELLED));
            seen.add(cancelled ? OrderState.CANCELLED : OrderState.PLACED);
        }
        assertThat(seen).containsExactly(OrderState.CANCELLED);
    }

    @Test
    void sends() {
        List<NewOrder> newOrders = Collections.nCopies(300, new NewOrder(lines(TEAPOT, 1), CASH, null));
        ImportReport listed = orders.importAll(RpcStream.of(newOrders));
        ImportReport sent = orders.importAll(RpcStream.produced(sink -> {
            for (NewOrder order : newOrders) {
                sink.send(order);
            }
        }));
        assertThat(listed).isEqualTo(sent);
        assertThat(sent.placed()).isEqualTo(300);
        assertThat(handler.count()).isEqualTo(600);
    }

    @Test
    void learnsHowItEnded() throws Exception {
        read(new OrderId(new UUID(1, 2)));
        assertThat(log).hasSize(1).first().asString().startsWith("refused: ");
        log.clear();
        OrderId open = handler.place(lines(TEAPOT, 1), CASH, null).id();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> readUnchecked(open));
        await().until(() -> !seen.isEmpty());

        client.close();

        reader.get(30, TimeUnit.SECONDS);
        assertThat(log).containsExactly("MAYBE_EXECUTED after 1 items");
    }

    private void readUnchecked(OrderId id) {
        try {
            read(id);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private void read(OrderId id) throws Exception {
        try (RpcStream<Order> changes = orders.watch(id)) {
            changes.stream().map(Order::state).forEach(seen::add);
        } catch (UncheckedDeclaredErrorException declared) {
            log.add("refused: " + declared.getCause().getMessage());
        } catch (RpcException failure) {
            log.add(failure.outcome() + " after " + failure.items() + " items");
        }
    }

    @Test
    void subscribes() throws Exception {
        OrderId id = cancelled();
        CompletableFuture<List<OrderState>> ended = new CompletableFuture<>();
        Flow.Subscriber<Order> subscriber = new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(10);
            }

            @Override
            public void onNext(Order order) {
                seen.add(order.state());
            }

            @Override
            public void onError(Throwable failure) {
                ended.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                ended.complete(seen);
            }
        };
        Flow.Publisher<Order> changes = orders.async().watch(id);
        changes.subscribe(subscriber);
        assertThat(ended.get(30, TimeUnit.SECONDS)).containsExactly(OrderState.CANCELLED);
    }
}
