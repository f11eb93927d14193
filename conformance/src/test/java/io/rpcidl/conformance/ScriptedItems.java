package io.rpcidl.conformance;

import io.rpcidl.connection.ItemListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** The application's end of the streams of one call: it takes items at once, or when the transcript says so. */
final class ScriptedItems implements ItemListener {

    private static final int COST = 64;
    private static final int MOST_HEX = 64;

    private final String name;
    private final List<String> events;
    /** What each item has cost that the application has not taken (W-7.12). */
    private final Deque<Long> held = new ArrayDeque<>();

    private final boolean atOnce;
    private boolean waits;

    ScriptedItems(String name, List<String> events, boolean atOnce) {
        this.name = name;
        this.events = events;
        this.atOnce = atOnce;
    }

    /** What the application takes now, if it takes all at once: the cost of the items, or -1 when there are none. */
    long takenAtOnce() {
        return atOnce && !held.isEmpty() ? taken(held.size()) : -1;
    }

    /** Takes so many items, and may wait for more of them. */
    long taken(long items) {
        long cost = 0;
        for (long i = 0; i < items; i++) {
            cost += held.remove();
        }
        return cost;
    }

    void waits(boolean forMore) {
        waits = forMore;
    }

    @Override
    public void item(byte[] bytes, int offset, int length) {
        held.add((long) COST + length);
        events.add(name + " item "
                + (length > MOST_HEX ? length + " octets" : HexFormat.of().formatHex(bytes, offset, offset + length)));
    }

    @Override
    public void itemsEnded() {
        events.add(name + " items ended");
    }

    @Override
    public void itemsWritten(long cost) {
        // The transcript says when items are made.
    }

    @Override
    public boolean waits() {
        return held.isEmpty() && (atOnce || waits);
    }
}
