package io.rpcidl.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A fault with its place; the first connection that gets there claims it. */
final class Order {
    private final Place place;
    private final long number;
    private final Action action;
    private final Duration time;
    private final Fault fault;
    /** Requests still to pass, for places on a request; claimed below 0. */
    private final AtomicLong left;

    /** Where it strikes. */
    enum Place {
        BEFORE_WRITE("before the write of request"),
        AFTER_WRITE("after the write of request"),
        AFTER_DISPATCH("after the dispatch of request"),
        AFTER_EXECUTION("after the execution of request"),
        TO_SERVER("in the line to the server after octet"),
        TO_CLIENT("in the line to the client after octet"),
        FRAMES_TO_SERVER("in the line to the server after frame"),
        FRAMES_TO_CLIENT("in the line to the client after frame");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        boolean onRequest() {
            return this == BEFORE_WRITE || this == AFTER_WRITE || this == AFTER_DISPATCH || this == AFTER_EXECUTION;
        }
    }

    /** What happens. */
    enum Action {
        DROP,
        DELAY,
        CUT,
        RESET,
        DUPLICATE,
        CORRUPT,
        STALL,
        DRAIN
    }

    Order(Place place, long number, Action action, Duration time) {
        this.place = place;
        this.number = number;
        this.action = action;
        this.time = time;
        this.left = new AtomicLong(place.onRequest() ? number : 1);
        this.fault = new Fault(action.name().toLowerCase(java.util.Locale.ROOT) + " " + place.words + " " + number);
    }

    Place place() {
        return place;
    }

    /** Octets or frames before it, for places on a line. */
    long number() {
        return number;
    }

    Action action() {
        return action;
    }

    Duration time() {
        return time;
    }

    Fault fault() {
        return fault;
    }

    /** True once: for the request, or the line, that has come to the place. */
    boolean claim() {
        return !fault.withdrawn() && left.decrementAndGet() == 0;
    }
}
