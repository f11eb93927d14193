package io.rpcidl.testing;

import java.time.Duration;
import java.util.Objects;

/**
 * What is to happen at a point. Each method orders one fault, which strikes once.
 *
 * <p>"The line" is the one from the client to the server for points before and after the write, and the one back for points
 * after dispatch and execution.
 */
public final class FaultPoint {
    private final Orders orders;
    private final Order.Place place;
    private final long number;

    FaultPoint(Orders orders, Order.Place place, long number) {
        this.orders = orders;
        this.place = place;
        this.number = number;
    }

    /** Silence: the line takes everything from here on, and nothing of it arrives. */
    public Fault drop() {
        return order(Order.Action.DROP, Duration.ZERO);
    }

    /**
     * The line holds everything from here on back for {@code time}, by the transport's clock, and then delivers it.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public Fault delay(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a delay of " + time + " is none; choose a positive one");
        }
        return order(Order.Action.DELAY, time);
    }

    /** Ends the connection as a process does that closes its socket: what went before arrives, then the end (FIN). */
    public Fault cut() {
        return order(Order.Action.CUT, Duration.ZERO);
    }

    /** Ends the connection as a crash or a middlebox does (RST): what is on its way may be lost, in both directions. */
    public Fault reset() {
        return order(Order.Action.RESET, Duration.ZERO);
    }

    /** Delivers the frame that begins here, or next, twice. */
    public Fault duplicate() {
        return order(Order.Action.DUPLICATE, Duration.ZERO);
    }

    /**
     * Flips the top bit of the octet here. Where a frame begins it is the header's reserved bit, which each peer refuses; inside
     * a payload nothing on a plaintext connection notices what is still well-formed.
     */
    public Fault corrupt() {
        return order(Order.Action.CORRUPT, Duration.ZERO);
    }

    /**
     * The line moves nothing from here on until {@link Fault#release}: before the write, or at a place of the line to the
     * server, it takes nothing either, and the client's connection is not writable.
     */
    public Fault stall() {
        return order(Order.Action.STALL, Duration.ZERO);
    }

    /**
     * The server says that it goes away: the client reads a DRAIN that accepts the calls that have arrived and no later ones;
     * those that were sent and had not arrived were not executed, and their callers know. The server itself does not stop.
     */
    public Fault drain() {
        return order(Order.Action.DRAIN, Duration.ZERO);
    }

    private Fault order(Order.Action action, Duration time) {
        Order order = new Order(place, number, action, Objects.requireNonNull(time, "time"));
        orders.add(order);
        return order.fault();
    }
}
