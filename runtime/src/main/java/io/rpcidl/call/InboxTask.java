package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/** Something small that is asked of a loop, once. */
abstract class InboxTask implements Inbox.Item {
    private Inbox.@Nullable Item nextItem;

    @Override
    public final Inbox.@Nullable Item next() {
        return nextItem;
    }

    @Override
    public final void next(Inbox.@Nullable Item item) {
        nextItem = item;
    }
}
