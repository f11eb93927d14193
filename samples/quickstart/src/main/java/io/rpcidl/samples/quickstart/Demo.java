package io.rpcidl.samples.quickstart;

import static io.rpcidl.samples.quickstart.Assortment.SAMOVAR;
import static io.rpcidl.samples.quickstart.Assortment.TEAPOT;
import static io.rpcidl.samples.quickstart.Assortment.lines;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcStream;
import io.rpcidl.samples.quickstart.Table.Result;
import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import shop.catalog.v1.CatalogConstants;
import shop.orders.v1.ImportReport;
import shop.orders.v1.NewOrder;
import shop.orders.v1.NoSuchOrder;
import shop.orders.v1.Order;
import shop.orders.v1.Orders;
import shop.orders.v1.OrdersClient;
import shop.orders.v1.OutOfStock;
import shop.orders.v1.Payment;

/**
 * A server, a client, and what becomes of calls between them. Prints a table and ends; whatever is not as expected ends the
 * program with an exception, and so with an exit code other than 0.
 */
public final class Demo {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MANY = 100;
    private static final int MANY_MORE = 1_000;
    private static final long MILLISECONDS_TO_END = 1_000;
    private static final Payment CASH = new Payment.OfCash();

    private final InMemoryOrders shop = new InMemoryOrders(Clock.systemUTC());
    private final GatedOrders handler = new GatedOrders(shop);
    private final Table table;

    private Demo(PrintStream out) {
        table = new Table(out, System::nanoTime);
        Assortment.fill(shop);
    }

    /** Runs the demo; it takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        run(System.out);
    }

    /** Runs the demo and prints its table. */
    static void run(PrintStream out) throws Exception {
        new Demo(out).makeCalls();
        awaitEndOfThreads();
    }

    private void makeCalls() throws Exception {
        try (RpcServer server = serve(handler);
                RpcClient client = connect(server.port());
                CuttingProxy proxy = new CuttingProxy(server.port());
                RpcClient cuttable = connect(proxy.port())) {
            OrdersClient orders = new OrdersClient(client);
            table.row("a blocking call", () -> blocking(orders));
            table.row("an asynchronous call", () -> asynchronous(orders));
            table.row(MANY + " calls in flight on one connection", () -> inFlight(orders));
            table.row("a declared error that rejects", () -> declaredError(orders));
            table.row("a stream of what becomes of an order", () -> stream(orders));
            table.row("an upload of " + MANY_MORE + " orders", () -> upload(orders));
            table.row("a stream that its reader gives up", () -> givenUp(orders));
            table.row("a deadline that passes", () -> deadline(orders));
            table.row("a connection cut before the answer", () -> cut(new OrdersClient(cuttable), proxy));
            table.row("a call that finds nobody", () -> unreachable(new OrdersClient(cuttable)));
            table.row("the same interface, a local object", () -> blocking(shop));
        }
    }

    /** Without {@code plaintext()} it would refuse to start: nobody gets an open wire by forgetting something. */
    private static RpcServer serve(Orders handler) {
        return RpcServer.builder()
                .plaintext()
                .add(Orders.service(handler))
                .listen(LOOPBACK, 0)
                .start();
    }

    private static RpcClient connect(int port) {
        return RpcClient.builder().target(LOOPBACK + ":" + port).plaintext().build();
    }

    /** It can't know whether the orders are a handler in this process or a client. */
    private static Result blocking(Orders orders) throws OutOfStock, NoSuchOrder {
        Order placed = orders.place(lines(TEAPOT, 2), CASH, "ring twice");
        Order found = orders.get(placed.id());
        Expect.that(found.equals(placed), "what was placed is found");
        return executed("placed and found: " + found.total() + " " + CatalogConstants.CURRENCY);
    }

    private static Result asynchronous(OrdersClient orders) {
        Order placed = orders.async()
                .place(lines(TEAPOT, 1), CASH, null)
                .toCompletableFuture()
                .join();
        return executed("placed: " + placed.total() + " " + CatalogConstants.CURRENCY);
    }

    private Result inFlight(OrdersClient orders) {
        handler.hold();
        List<CompletableFuture<Order>> calls = Stream.generate(
                        () -> orders.async().place(lines(TEAPOT, 1), CASH, null))
                .limit(MANY)
                .map(stage -> stage.toCompletableFuture())
                .toList();
        Expect.that(calls.stream().noneMatch(CompletableFuture::isDone), "all calls are in flight at once");
        handler.release();
        long different = calls.stream()
                .map(CompletableFuture::join)
                .map(Order::id)
                .distinct()
                .count();
        Expect.that(different == MANY, "each call placed its own order");
        return executed(different + " orders placed");
    }

    private static Result declaredError(OrdersClient orders) throws Exception {
        OutOfStock error = Expect.failure(OutOfStock.class, () -> orders.place(lines(SAMOVAR, 5), CASH, null));
        Expect.that(error.rejects(), "the error promises that nothing was done");
        return executed("OutOfStock, only " + error.available() + " left; it rejects: nothing was done");
    }

    /** Behind the last item comes the end: the stream is known to be whole. */
    private static Result stream(OrdersClient orders) throws Exception {
        Order placed = orders.place(lines(TEAPOT, 1), CASH, null);
        List<String> states = new ArrayList<>();
        try (RpcStream<Order> changes = orders.watch(placed.id())) {
            for (Order order : changes) {
                states.add(order.state().name());
                orders.cancel(placed.id());
            }
        }
        Expect.that(states.equals(List.of("PLACED", "CANCELLED")), "each change is told once");
        return executed(String.join(", ", states) + ", then the end");
    }

    /** The orders are made while they are sent, no faster than the shop takes them. */
    private Result upload(OrdersClient orders) {
        int before = shop.count();
        Stream<NewOrder> made = Stream.generate(() -> new NewOrder(lines(TEAPOT, 1), CASH, null));
        ImportReport report = orders.importAll(RpcStream.of(made.limit(MANY_MORE)));
        Expect.that(report.placed() == shop.count() - before, "the report is true");
        return executed(report.placed() + " orders placed: " + report.total() + " " + CatalogConstants.CURRENCY);
    }

    /** An interrupt ends the wait for an item, and the call with it: its handler stops too. */
    private Result givenUp(OrdersClient orders) throws Exception {
        Order placed = orders.place(lines(TEAPOT, 1), CASH, null);
        try (RpcStream<Order> changes = orders.watch(placed.id())) {
            Expect.that(placed.equals(changes.next()), "the order is told as it is");
            Thread.currentThread().interrupt();
            MaybeExecutedException failure = Expect.failure(MaybeExecutedException.class, changes::next);
            Expect.that(Thread.interrupted(), "the interrupt is still to be seen");
            shop.awaitNoWatchers();
            return new Result(
                    failure.outcome(),
                    failure.code() + ", " + failure.phase() + ", item " + failure.items()
                            + " was the last; the handler has stopped");
        }
    }

    /** The caller gets its thread back in time, and is not told that nothing happened while the handler is at work. */
    private Result deadline(OrdersClient orders) throws Exception {
        handler.hold();
        int before = shop.count();
        OrdersClient hasty = orders.with(CallOptions.DEFAULT.withDeadline(Duration.ofMillis(200)));
        RpcException failure = Expect.failure(RpcException.class, () -> hasty.place(lines(TEAPOT, 1), CASH, null));
        handler.release();
        Expect.that(failure.code() == RpcCode.DEADLINE, "the deadline ended the call");
        // Which outcome it is depends on who is faster: our own timer, or the server, which answers at its deadline and
        // knows more. Whatever it is, it is true.
        boolean untouched = shop.count() == before;
        Expect.that(failure.outcome() != Outcome.NOT_EXECUTED || untouched, "not executed means that nothing was done");
        return new Result(failure.outcome(), failure.code() + ", " + failure.phase());
    }

    /** The worst case of all: the order is placed, but its answer is lost. */
    private Result cut(OrdersClient orders, CuttingProxy proxy) throws Exception {
        handler.hold();
        int before = shop.count();
        CompletableFuture<Order> call =
                orders.async().place(lines(TEAPOT, 1), CASH, null).toCompletableFuture();
        handler.awaitPlaced();
        proxy.cut();
        MaybeExecutedException failure = Expect.failure(MaybeExecutedException.class, () -> resultOf(call));
        handler.release();
        Expect.that(shop.count() == before + 1, "the shop has the order");
        return new Result(
                failure.outcome(), failure.code() + ", " + failure.phase() + "; in truth the shop has the order");
    }

    private static Result unreachable(OrdersClient orders) throws Exception {
        NotExecutedException failure =
                Expect.failure(NotExecutedException.class, () -> orders.place(lines(TEAPOT, 1), CASH, null));
        return new Result(failure.outcome(), failure.code() + ", " + failure.phase() + "; safe to call again");
    }

    /** Waits as a blocking stub does: it ends with the failure itself, not with one that wraps it. */
    private static Order resultOf(CompletableFuture<Order> call) throws Exception {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RpcException failure ? failure : e;
        }
    }

    /** What the server and the clients started ends with them. */
    private static void awaitEndOfThreads() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("rpcidl-")) {
                thread.join(MILLISECONDS_TO_END);
                Expect.that(!thread.isAlive(), thread.getName() + " has ended");
            }
        }
    }

    private static Result executed(String words) {
        return new Result(Outcome.EXECUTED, words);
    }
}
