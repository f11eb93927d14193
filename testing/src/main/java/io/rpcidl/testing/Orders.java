package io.rpcidl.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What was ordered and has not found its place, and the connections on which it may. */
final class Orders {
    private final CopyOnWriteArrayList<Order> waiting = new CopyOnWriteArrayList<>();
    private final Queue<Fault> ordered = new ConcurrentLinkedQueue<>();
    private final Queue<Dispatch> dispatches = new ConcurrentLinkedQueue<>();
    private final OpenLinks openLinks = new OpenLinks();
    private final RunningHandlers runningHandlers = new RunningHandlers();

    /** A request that was sent, whose dispatch is a place. */
    record Dispatch(Order order, FaultLink link) {}

    void add(Order order) {
        ordered.add(order.fault());
        waiting.add(order);
    }

    OpenLinks openLinks() {
        return openLinks;
    }

    RunningHandlers runningHandlers() {
        return runningHandlers;
    }

    /** The orders for this request, in the order in which they were given. */
    List<Order> ofRequest() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Order> found = new ArrayList<>();
        for (Order order : waiting) {
            if (order.place().onRequest() && order.claim()) {
                waiting.remove(order);
                found.add(order);
            }
        }
        return found;
    }

    /** An order for this place on a line, claimed, or null. */
    @Nullable
    Order at(Order.Place place, long number) {
        for (Order order : waiting) {
            if (order.place() == place && order.number() == number && order.claim()) {
                waiting.remove(order);
                return order;
            }
        }
        return null;
    }

    /** The distance to the nearest order on octets of this line. */
    long octetsToNext(Order.Place place, long position) {
        long distance = Long.MAX_VALUE;
        for (Order order : waiting) {
            if (order.place() == place && order.number() > position) {
                distance = Math.min(distance, order.number() - position);
            }
        }
        return distance;
    }

    void awaitDispatch(Order order, FaultLink link) {
        dispatches.add(new Dispatch(order, link));
    }

    @Nullable
    Dispatch dispatched() {
        return dispatches.poll();
    }

    /** Faults that no connection has come to. */
    List<Fault> notStruck() {
        List<Fault> left = new ArrayList<>(ordered);
        left.removeIf(fault -> fault.withdrawn() || fault.hasStruck());
        return left;
    }
}
