package io.rpcidl.simulation.planted;

import io.rpcidl.transport.LinkListener;
import org.jspecify.annotations.Nullable;

/** Hands everything on to another listener; mistakes override what they get wrong. */
class ListenerProxy implements LinkListener {
    private final LinkListener honest;

    ListenerProxy(LinkListener honest) {
        this.honest = honest;
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        honest.received(bytes, offset, length);
    }

    @Override
    public void readCompleted() {
        honest.readCompleted();
    }

    @Override
    public void taken(long total) {
        honest.taken(total);
    }

    @Override
    public void writabilityChanged() {
        honest.writabilityChanged();
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        honest.closed(cause);
    }
}
