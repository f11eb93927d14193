package io.rpcidl.connection;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The calls of one direction by id: open addressing, so that neither boxes nor entries are allocated per call. */
final class CallTable<T extends CallNode> {

    private static final int FIRST = 16;

    private final IntFunction<T[]> newArray;
    private @Nullable T[] slots;
    private int size;

    CallTable(IntFunction<T[]> newArray) {
        this.newArray = newArray;
        this.slots = newArray.apply(FIRST);
    }

    int size() {
        return size;
    }

    @Nullable
    T get(int id) {
        int mask = slots.length - 1;
        for (int at = home(id, mask); ; at = next(at, mask)) {
            T call = slots[at];
            if (call == null || call.id == id) {
                return call;
            }
        }
    }

    void put(T call) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        place(call);
        size++;
    }

    /** Takes the call out and closes the gap, so that no markers for removed calls pile up. */
    void remove(T call) {
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
        size--;
    }

    /** Gives back the room for calls when there are none. */
    void trim() {
        if (size == 0 && slots.length > FIRST) {
            slots = newArray.apply(FIRST);
        }
    }

    /** All calls in the order of their ids. */
    T[] inOrder() {
        T[] calls = newArray.apply(size);
        int count = 0;
        for (T call : slots) {
            if (call != null) {
                calls[count++] = call;
            }
        }
        Arrays.sort(calls, (left, right) -> Integer.compareUnsigned(left.id, right.id));
        return calls;
    }

    private void place(T call) {
        int mask = slots.length - 1;
        int at = home(call.id, mask);
        while (slots[at] != null) {
            at = next(at, mask);
        }
        slots[at] = call;
    }

    private void grow() {
        @Nullable T[] old = slots;
        slots = newArray.apply(2 * old.length);
        for (T call : old) {
            if (call != null) {
                place(call);
            }
        }
    }

    /** Consecutive ids are scattered: side by side they would form one long run, and each removal would walk it. */
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
