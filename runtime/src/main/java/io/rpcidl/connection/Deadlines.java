package io.rpcidl.connection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one direction by deadline; each call knows its place.
 *
 * <p>Calls that have the same time come with ascending deadlines, and end long before them. Those stand in a row: they are
 * added at its end, and whoever ends leaves a gap. A binary heap takes the others. With 128 calls in flight a heap alone
 * costs 14 % of a small call (docs/performance.md).
 */
final class Deadlines {
    private static final int FIRST = 16;
    private static final CallNode[] NONE = {};
    private static final int NOWHERE = -1;
    /** Places in the row are kept as this number minus the place, so that they differ from places in the heap. */
    private static final int ROW = -2;

    private @Nullable CallNode[] row = new CallNode[FIRST];
    /** The row is {@code row[start .. end)}; the first of them, if there is any, is no gap. */
    private int start;

    private int end;
    private int standing;
    private long lastOfRow = Long.MIN_VALUE;

    private @Nullable CallNode[] heap = NONE;
    private int size;

    /** The earliest deadline, or {@link CallNode#NO_DEADLINE}. */
    long next() {
        CallNode first = first();
        return first == null ? CallNode.NO_DEADLINE : first.deadline;
    }

    /** Takes the earliest call out when its deadline is not after now, else null. */
    @Nullable
    CallNode poll(long now) {
        CallNode first = first();
        if (first == null || first.deadline > now) {
            return null;
        }
        remove(first);
        return first;
    }

    private @Nullable CallNode first() {
        CallNode top = size > 0 ? heap[0] : null;
        CallNode head = start < end ? row[start] : null;
        return head == null || (top != null && top.deadline < head.deadline) ? top : head;
    }

    void add(CallNode node) {
        if (node.deadline == CallNode.NO_DEADLINE) {
            return;
        }
        if (standing == 0 || node.deadline >= lastOfRow) {
            append(node);
            return;
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(FIRST, 2 * size));
        }
        up(size++, node);
    }

    /** Takes the call out; nothing happens when it is not there. */
    void remove(CallNode node) {
        int place = node.heapIndex;
        if (place == NOWHERE) {
            return;
        }
        node.heapIndex = NOWHERE;
        if (place <= ROW) {
            leaveRow(ROW - place);
        } else {
            leaveHeap(place);
        }
    }

    private void append(CallNode node) {
        if (end == row.length) {
            closeGaps();
        }
        row[end] = node;
        node.heapIndex = ROW - end;
        end++;
        standing++;
        lastOfRow = node.deadline;
    }

    /** Moves those that stand in the row together, to the front of an array at least half of which is free then. */
    private void closeGaps() {
        @Nullable CallNode[] old = row;
        int oldEnd = end;
        row = 2 * standing > old.length ? new CallNode[2 * old.length] : new CallNode[old.length];
        end = 0;
        for (int i = start; i < oldEnd; i++) {
            CallNode node = old[i];
            if (node != null) {
                row[end] = node;
                node.heapIndex = ROW - end;
                end++;
            }
        }
        start = 0;
    }

    private void leaveRow(int place) {
        row[place] = null;
        standing--;
        if (standing == 0) {
            start = 0;
            end = 0;
            return;
        }
        while (start < end && row[start] == null) {
            start++;
        }
    }

    private void leaveHeap(int hole) {
        CallNode moved = heap[--size];
        heap[size] = null;
        if (moved != null && hole < size) {
            down(hole, moved);
            if (moved.heapIndex == hole) {
                up(hole, moved);
            }
        }
    }

    /** Gives back the room for calls when there are none. */
    void trim() {
        if (size == 0) {
            heap = NONE;
        }
        if (standing == 0 && row.length > FIRST) {
            row = new CallNode[FIRST];
        }
    }

    private void up(int start, CallNode node) {
        int at = start;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            CallNode above = heap[parent];
            if (above == null || above.deadline <= node.deadline) {
                break;
            }
            set(at, above);
            at = parent;
        }
        set(at, node);
    }

    private void down(int start, CallNode node) {
        int at = start;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            CallNode below = heap[child];
            CallNode right = child + 1 < size ? heap[child + 1] : null;
            if (below != null && right != null && right.deadline < below.deadline) {
                below = right;
                child++;
            }
            if (below == null || node.deadline <= below.deadline) {
                break;
            }
            set(at, below);
            at = child;
        }
        set(at, node);
    }

    private void set(int at, CallNode node) {
        heap[at] = node;
        node.heapIndex = at;
    }
}
