package io.rpcidl.connection;

import org.jspecify.annotations.Nullable;

/** A first-in-first-out queue that calls can leave from the middle; a call stands in at most one. */
final class CallQueue {

    private @Nullable CallNode first;
    private @Nullable CallNode last;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return first == null;
    }

    @Nullable
    CallNode first() {
        return first;
    }

    void add(CallNode node) {
        node.queue = this;
        node.previous = last;
        if (last == null) {
            first = node;
        } else {
            last.next = node;
        }
        last = node;
        size++;
    }

    /** Takes the call out, wherever it stands. */
    void remove(CallNode node) {
        CallNode before = node.previous;
        CallNode after = node.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        node.previous = null;
        node.next = null;
        node.queue = null;
        size--;
    }
}
