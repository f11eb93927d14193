package io.rpcidl.simulation.planted;

import io.rpcidl.transport.Link;
import io.rpcidl.transport.Loop;

/** Hands everything on to another link; mistakes override what they get wrong. */
class LinkProxy implements Link {
    private final Link honest;

    LinkProxy(Link honest) {
        this.honest = honest;
    }

    @Override
    public Loop loop() {
        return honest.loop();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        honest.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        honest.flush();
    }

    @Override
    public boolean writable() {
        return honest.writable();
    }

    @Override
    public void pauseReading() {
        honest.pauseReading();
    }

    @Override
    public void resumeReading() {
        honest.resumeReading();
    }

    @Override
    public void close() {
        honest.close();
    }

    @Override
    public void reset() {
        honest.reset();
    }

    @Override
    public String peer() {
        return honest.peer();
    }
}
