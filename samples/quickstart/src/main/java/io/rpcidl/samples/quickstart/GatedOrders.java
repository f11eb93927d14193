package io.rpcidl.samples.quickstart;

import io.rpcidl.RpcStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import shop.orders.v1.ImportReport;
import shop.orders.v1.Line;
import shop.orders.v1.NewOrder;
import shop.orders.v1.NoSuchOrder;
import shop.orders.v1.Order;
import shop.orders.v1.OrderId;
import shop.orders.v1.Orders;
import shop.orders.v1.OutOfStock;
import shop.orders.v1.Payment;

/**
 * Orders whose answers can be held back after the work is done, so that something can happen to a call in between. It wraps
 * any {@link Orders}: a handler and a client are both one.
 */
final class GatedOrders implements Orders {

    private final Orders orders;
    private final Semaphore placed = new Semaphore(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    GatedOrders(Orders orders) {
        this.orders = orders;
    }

    /** From now on an order is placed, but its answer waits. */
    void hold() {
        placed.drainPermits();
        gate = new CountDownLatch(1);
    }

    /** Lets all answers go. */
    void release() {
        gate.countDown();
    }

    /** Waits until an order was placed whose answer is held. */
    void awaitPlaced() throws InterruptedException {
        placed.acquire();
    }

    @Override
    public Order place(List<Line> lines, Payment payment, @Nullable String note) throws OutOfStock {
        Order order = orders.place(lines, payment, note);
        placed.release();
        try {
            gate.await();
        } catch (InterruptedException cancelled) {
            // The runtime interrupts a handler when nobody waits for its answer any more.
            Thread.currentThread().interrupt();
        }
        return order;
    }

    @Override
    public Order get(OrderId id) throws NoSuchOrder {
        return orders.get(id);
    }

    @Override
    public void cancel(OrderId id) throws NoSuchOrder {
        orders.cancel(id);
    }

    @Override
    public void seen(OrderId id) {
        orders.seen(id);
    }

    @Override
    public RpcStream<Order> watch(OrderId id) throws NoSuchOrder {
        return orders.watch(id);
    }

    @Override
    public ImportReport importAll(RpcStream<NewOrder> newOrders) {
        return orders.importAll(newOrders);
    }
}
