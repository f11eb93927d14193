package io.rpcidl;

import io.rpcidl.call.Items;
import org.jspecify.annotations.Nullable;

/** Items that tell the interceptors of their end. */
final class WatchedItems<T> implements Items<T> {
    private final Items<T> items;
    private final ClientInterceptors.Passed call;
    private boolean over;

    WatchedItems(Items<T> items, ClientInterceptors.Passed call) {
        this.items = items;
        this.call = call;
    }

    @Override
    public @Nullable T next() throws Exception {
        T item;
        try {
            item = items.next();
        } catch (Exception failure) {
            if (!over) {
                over = true;
                call.failed(failure);
            }
            throw failure;
        }
        if (item == null && !over) {
            over = true;
            call.succeeded();
        }
        return item;
    }

    @Override
    public void close() {
        items.close();
        if (!over) {
            over = true;
            call.closed();
        }
    }
}
