package io.rpcidl.testing;

/** A place on the line from a client to its server, or back, counted from the beginning of a connection. */
public final class LinePoint {
    private final Orders orders;
    private final Order.Place place;

    LinePoint(Orders orders, Order.Place place) {
        this.orders = orders;
        this.place = place;
    }

    /**
     * When {@code octets} have passed; 0 is before the first one. On connections that are further already it never strikes.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public FaultPoint afterBytes(long octets) {
        return new FaultPoint(orders, place, require(octets, "octets"));
    }

    /**
     * When {@code frames} have passed; 0 is before the first one, which is HELLO. The fault strikes when the header of the
     * frame behind them is there.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public FaultPoint afterFrames(long frames) {
        Order.Place counted =
                place == Order.Place.TO_SERVER ? Order.Place.FRAMES_TO_SERVER : Order.Place.FRAMES_TO_CLIENT;
        return new FaultPoint(orders, counted, require(frames, "frames"));
    }

    private static long require(long number, String what) {
        if (number < 0) {
            throw new IllegalArgumentException(
                    "a fault after " + number + " " + what + " can't strike; choose 0 or more");
        }
        return number;
    }
}
