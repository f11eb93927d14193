package io.rpcidl.call;

import io.rpcidl.transport.LinkListener;
import org.jspecify.annotations.Nullable;

/** Listens to a link that is refused until it is gone; the same for all of them, so that refusing takes no memory. */
enum RefusedLink implements LinkListener {
    INSTANCE;

    @Override
    public void received(byte[] bytes, int offset, int length) {}

    @Override
    public void readCompleted() {}

    @Override
    public void taken(long total) {}

    @Override
    public void writabilityChanged() {}

    @Override
    public void closed(@Nullable Throwable cause) {}
}
