package io.rpcidl.connection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The calls of one direction by deadline: a binary heap in which each call knows its place. */
final class Deadlines {

    private static final int FIRST = 16;

    private @Nullable CallNode[] heap = new CallNode[FIRST];
    private int size;

    /** The earliest deadline, or {@link CallNode#NO_DEADLINE}. */
    long next() {
        CallNode first = heap[0];
        return first == null ? CallNode.NO_DEADLINE : first.deadline;
    }

    /** Takes the earliest call out when its deadline is not after now, else null. */
    @Nullable
    CallNode poll(long now) {
        CallNode first = heap[0];
        if (first == null || first.deadline > now) {
            return null;
        }
        remove(first);
        return first;
    }

    void add(CallNode node) {
        if (node.deadline == CallNode.NO_DEADLINE) {
            return;
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        up(size++, node);
    }

    /** Takes the call out; nothing happens when it is not there. */
    void remove(CallNode node) {
        int hole = node.heapIndex;
        if (hole < 0) {
            return;
        }
        node.heapIndex = -1;
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
        if (size == 0 && heap.length > FIRST) {
            heap = new CallNode[FIRST];
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
