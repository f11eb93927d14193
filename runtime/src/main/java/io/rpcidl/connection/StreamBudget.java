package io.rpcidl.connection;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What all streams of one connection together may hold of their peer's items: the sum of their windows has a bound, and
 * beside it there is room for one item that is larger than its window (W-7.14).
 */
final class StreamBudget {

    private final long limit;
    private long used;
    private final ArrayDeque<IncomingItems> largeItems = new ArrayDeque<>();
    private @Nullable IncomingItems served;

    StreamBudget(long limit) {
        this.limit = limit;
    }

    /** Takes a window of so many octets; false when the streams that are open leave no room for it. */
    boolean take(long octets) {
        if (octets > limit - used) {
            return false;
        }
        used += octets;
        return true;
    }

    void giveBack(long octets) {
        used -= octets;
    }

    /** A stream needs the room for a large item; it gets it when those before it are done. */
    void wantLargeItem(IncomingItems items) {
        if (served == null) {
            served = items;
            items.largeItemMayCome();
        } else if (served != items && !largeItems.contains(items)) {
            largeItems.add(items);
        }
    }

    /** The large item is here, or will not come any more. */
    void largeItemDone(IncomingItems items) {
        if (served != items) {
            largeItems.remove(items);
            return;
        }
        served = largeItems.poll();
        if (served != null) {
            served.largeItemMayCome();
        }
    }
}
