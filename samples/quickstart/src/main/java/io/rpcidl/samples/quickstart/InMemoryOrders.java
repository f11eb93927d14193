package io.rpcidl.samples.quickstart;

import io.rpcidl.RpcStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.catalog.v1.Product;
import shop.catalog.v1.ProductId;
import shop.orders.v1.ImportReport;
import shop.orders.v1.Line;
import shop.orders.v1.NewOrder;
import shop.orders.v1.NoSuchOrder;
import shop.orders.v1.Order;
import shop.orders.v1.OrderId;
import shop.orders.v1.OrderState;
import shop.orders.v1.Orders;
import shop.orders.v1.OutOfStock;
import shop.orders.v1.Payment;

/**
 * The order service over maps. A handler is a plain object with plain types: it knows nothing of connections, and tests
 * call it directly.
 *
 * <p>Calls arrive on many threads. No method waits for anything but a change, so one lock for all is enough.
 */
public final class InMemoryOrders implements Orders {

    private static final Logger LOG = System.getLogger(InMemoryOrders.class.getName());

    private final Clock clock;
    private final Map<ProductId, Shelf> shelves = new HashMap<>();
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<OrderId, Integer> views = new HashMap<>();
    private int watchers;

    /** A shop with empty shelves. */
    public InMemoryOrders(Clock clock) {
        this.clock = clock;
    }

    private record Shelf(Product product, long pieces) {
        Shelf take(long quantity) {
            return new Shelf(product, pieces - quantity);
        }
    }

    /** Puts pieces of a product on its shelf. */
    public synchronized void stock(Product product, long pieces) {
        shelves.merge(product.id(), new Shelf(product, pieces), (old, added) -> old.take(-added.pieces()));
    }

    @Override
    public synchronized Order get(OrderId id) throws NoSuchOrder {
        Order order = orders.get(id);
        if (order == null) {
            throw NoSuchOrder.builder().id(id).build();
        }
        return order;
    }

    @Override
    public synchronized Order place(List<Line> lines, Payment payment, @Nullable String note) throws OutOfStock {
        // All lines are looked at before a piece is taken: OutOfStock promises that nothing was done.
        Map<ProductId, Shelf> after = new HashMap<>(shelves);
        BigDecimal total = BigDecimal.ZERO;
        for (Line line : lines) {
            Shelf shelf = after.get(line.product());
            if (shelf == null || shelf.pieces() < line.quantity()) {
                long available = shelf == null ? 0 : shelf.pieces();
                throw OutOfStock.builder()
                        .product(line.product())
                        .available(available)
                        .build();
            }
            after.put(line.product(), shelf.take(line.quantity()));
            total = total.add(shelf.product().price().multiply(BigDecimal.valueOf(line.quantity())));
        }
        Order order = Order.builder()
                .id(new OrderId(UUID.randomUUID()))
                .lines(lines)
                .total(total)
                .placedAt(clock.instant())
                .note(note)
                .build();
        shelves.putAll(after);
        orders.put(order.id(), order);
        LOG.log(Level.DEBUG, () -> "order " + order.id() + " is paid " + wayOf(payment));
        return order;
    }

    @Override
    public synchronized void cancel(OrderId id) throws NoSuchOrder {
        Order order = get(id);
        if (!order.state().equals(OrderState.CANCELLED)) {
            orders.put(id, order.toBuilder().state(OrderState.CANCELLED).build());
            order.lines()
                    .forEach(line ->
                            shelves.computeIfPresent(line.product(), (product, shelf) -> shelf.take(-line.quantity())));
            notifyAll();
        }
    }

    @Override
    public synchronized void seen(OrderId id) {
        if (orders.containsKey(id)) {
            views.merge(id, 1, Integer::sum);
        }
    }

    /** Sending waits for a reader who is slow; what has changed meanwhile is sent as it is by then. */
    @Override
    public RpcStream<Order> watch(OrderId id) throws NoSuchOrder {
        Order found = get(id);
        return RpcStream.produced(sink -> {
            addWatchers(1);
            try {
                for (Order order = found; order != null; order = changed(order)) {
                    sink.send(order);
                }
            } finally {
                addWatchers(-1);
            }
        });
    }

    @Override
    public ImportReport importAll(RpcStream<NewOrder> orders) {
        int placed = 0;
        int outOfStock = 0;
        BigDecimal total = BigDecimal.ZERO;
        for (NewOrder order : orders) {
            try {
                total = total.add(
                        place(order.lines(), order.payment(), order.note()).total());
                placed++;
            } catch (OutOfStock next) {
                outOfStock++;
            }
        }
        return ImportReport.builder()
                .placed(placed)
                .outOfStock(outOfStock)
                .total(total)
                .build();
    }

    /** Waits until the order is another than it was; null when it will never be. */
    private synchronized @Nullable Order changed(Order before) throws InterruptedException {
        if (before.state().equals(OrderState.CANCELLED)) {
            return null;
        }
        while (before.equals(orders.get(before.id()))) {
            wait();
        }
        return orders.get(before.id());
    }

    private synchronized void addWatchers(int more) {
        watchers += more;
        notifyAll();
    }

    /** Waits until nobody watches an order. */
    public synchronized void awaitNoWatchers() throws InterruptedException {
        while (watchers > 0) {
            wait();
        }
    }

    /** How often customers looked at an order. */
    public synchronized int views(OrderId id) {
        return views.getOrDefault(id, 0);
    }

    /** How many orders were ever placed. */
    public synchronized int count() {
        return orders.size();
    }

    /** A union is matched, not cast: who adds a variant is shown every place that has to know it. */
    private static String wayOf(Payment payment) {
        return payment.match(
                card -> "by the card of " + card.card().holder(),
                voucher -> "with the voucher " + voucher.voucher(),
                cash -> "in cash",
                unknown -> "in a way that this version does not know");
    }
}
