package io.rpcidl.connection;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one direction by id, without boxes or entries.
 *
 * <p>Ids are given in order, so most calls have the place that theirs points to, and neighbours in time are neighbours in
 * memory. A table with open addressing alone took 12 % of a small call with 1,024 in flight (docs/performance.md); it has the
 * calls whose places others have, which are then much older.
 */
final class CallTable<T extends CallNode> {

    private static final int FIRST = 16;

    private final IntFunction<T[]> newArray;
    /** Each call at the place of its id, or among the others. */
    private @Nullable T[] places;

    private @Nullable T[] slots;
    private int size;
    private int others;

    CallTable(IntFunction<T[]> newArray) {
        this.newArray = newArray;
        this.places = newArray.apply(FIRST);
        this.slots = newArray.apply(0);
    }

    int size() {
        return size;
    }

    @Nullable
    T get(int id) {
        T call = places[place(id)];
        if (call != null && call.id == id) {
            return call;
        }
        return others == 0 ? null : other(id);
    }

    private @Nullable T other(int id) {
        int mask = slots.length - 1;
        for (int at = home(id, mask); ; at = next(at, mask)) {
            T call = slots[at];
            if (call == null || call.id == id) {
                return call;
            }
        }
    }

    void put(T call) {
        if (2 * (size + 1) > places.length) {
            grow();
        }
        place(call);
        size++;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is this very call that stands at the first place of its id
    void remove(T call) {
        int place = place(call.id);
        if (places[place] == call) {
            places[place] = null;
        } else {
            removeOther(call);
        }
        size--;
    }

    /** Takes the call out and closes the gap, so that no markers for removed calls pile up. */
    private void removeOther(T call) {
        int mask = slots.length - 1;
        int gap = home(call.id, mask);
        for (T other = slots[gap]; other != null && other.id != call.id; other = slots[gap]) {
            gap = next(gap, mask);
        }
        int at = next(gap, mask);
        for (T moved = slots[at]; moved != null; moved = slots[at]) {
            if (distance(home(moved.id, mask), at, mask) >= distance(gap, at, mask)) {
                slots[gap] = moved;
                gap = at;
            }
            at = next(at, mask);
        }
        slots[gap] = null;
        others--;
    }

    /** Gives back the room for calls when there are none. */
    void trim() {
        if (size == 0 && (places.length > FIRST || slots.length > 0)) {
            places = newArray.apply(FIRST);
            slots = newArray.apply(0);
        }
    }

    /** All calls in the order of their ids. */
    T[] inOrder() {
        T[] calls = newArray.apply(size);
        int count = copy(places, calls, 0);
        copy(slots, calls, count);
        Arrays.sort(calls, (left, right) -> Integer.compareUnsigned(left.id, right.id));
        return calls;
    }

    private static <T> int copy(@Nullable T[] from, T[] to, int start) {
        int count = start;
        for (T call : from) {
            if (call != null) {
                to[count++] = call;
            }
        }
        return count;
    }

    private void place(T call) {
        int place = place(call.id);
        if (places[place] == null) {
            places[place] = call;
            return;
        }
        if (2 * (others + 1) > slots.length) {
            @Nullable T[] old = slots;
            slots = newArray.apply(Math.max(FIRST, 2 * old.length));
            for (T other : old) {
                if (other != null) {
                    placeOther(other);
                }
            }
        }
        placeOther(call);
        others++;
    }

    private void placeOther(T call) {
        int mask = slots.length - 1;
        int at = home(call.id, mask);
        while (slots[at] != null) {
            at = next(at, mask);
        }
        slots[at] = call;
    }

    /** Twice as many places; who had none may have one now. */
    private void grow() {
        T[] all = inOrder();
        places = newArray.apply(2 * places.length);
        slots = newArray.apply(0);
        others = 0;
        for (T call : all) {
            place(call);
        }
    }

    /** Ids of one direction are all odd or all even. */
    private int place(int id) {
        return (id >>> 1) & (places.length - 1);
    }

    /** The ids of the others are scattered: side by side they would form one long run, and each removal would walk it. */
    private static int home(int id, int mask) {
        return (id * 0x9E37_79B9) >>> Integer.numberOfLeadingZeros(mask);
    }

    private static int next(int at, int mask) {
        return (at + 1) & mask;
    }

    private static int distance(int from, int to, int mask) {
        return (to - from) & mask;
    }
}
