package io.rpcidl.transport;

import org.jspecify.annotations.Nullable;

/**
 * A link in front of another one: everything goes on to it, but for what a subclass overrides. For transports that count, delay
 * or spoil what passes.
 */
public abstract class ForwardingLink implements Link {
    private final Link link;

    /** A link in front of {@code link}. */
    protected ForwardingLink(Link link) {
        this.link = link;
    }

    @Override
    public Loop loop() {
        return link.loop();
    }

    @Override
    public void expect(int length) {
        link.expect(length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        link.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        link.flush();
    }

    @Override
    public boolean writable() {
        return link.writable();
    }

    @Override
    public void pauseReading() {
        link.pauseReading();
    }

    @Override
    public void resumeReading() {
        link.resumeReading();
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public void reset() {
        link.reset();
    }

    @Override
    public String peer() {
        return link.peer();
    }

    @Override
    public String origin() {
        return link.origin();
    }

    @Override
    public @Nullable PeerIdentity identity() {
        return link.identity();
    }
}
