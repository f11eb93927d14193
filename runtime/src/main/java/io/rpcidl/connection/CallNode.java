package io.rpcidl.connection;

import org.jspecify.annotations.Nullable;

/** What both kinds of calls need to stand in a table, a queue and among the deadlines without further objects. */
abstract class CallNode {

    /** Stands for: no deadline. */
    static final long NO_DEADLINE = Long.MAX_VALUE;

    /** On the wire, unsigned; 0 until the call has one. */
    int id;
    /** On the connection's clock, in nanoseconds. */
    final long deadline;
    /** Its place in {@link Deadlines}, -1 when it is not there. */
    int heapIndex = -1;

    @Nullable
    CallNode next;

    @Nullable
    CallNode previous;

    @Nullable
    CallQueue queue;

    /** The items that come and go in this call; null when there are none. */
    @Nullable
    IncomingItems itemsIn;

    @Nullable
    OutgoingItems itemsOut;

    /** Who takes and makes them. */
    ItemListener listener = NoItems.INSTANCE;

    /** Whether an item has gone or come: then its first CANCEL is not counted (W-7.7). */
    final boolean hadItems() {
        return (itemsOut != null && itemsOut.begun()) || (itemsIn != null && itemsIn.begun());
    }

    CallNode(long deadline) {
        this.deadline = deadline;
    }

    /** Nobody takes or makes items: the listener of calls without streams, and of those that have not begun. */
    private enum NoItems implements ItemListener {
        INSTANCE;

        @Override
        public void item(byte[] bytes, int offset, int length) {}

        @Override
        public void itemsEnded() {}

        @Override
        public void itemsWritten(long cost) {}

        @Override
        public boolean waits() {
            return false;
        }
    }
}
