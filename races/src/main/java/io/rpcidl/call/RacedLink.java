package io.rpcidl.call;

import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One end of a line whose octets arrive at once, or only when the race lets them go; on the loop. */
final class RacedLink implements Link {
    private final RacedLoop loop;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable RacedLink other;
    private @Nullable LinkListener listener;
    private long taken;
    private boolean holds;
    private boolean writable = true;
    private boolean over;

    RacedLink(RacedLoop loop) {
        this.loop = loop;
    }

    void join(RacedLink peer) {
        other = peer;
        peer.other = this;
    }

    void listener(LinkListener told) {
        listener = told;
    }

    private LinkListener told() {
        return Objects.requireNonNull(listener, "a link in a race has a listener");
    }

    /** From here on what is flushed is taken, but does not arrive. */
    void hold() {
        holds = true;
    }

    /** What was held arrives. */
    void release() {
        holds = false;
        deliver();
    }

    /** From here on nothing more is taken. */
    void block() {
        writable = false;
    }

    /** Everything is taken again. */
    void unblock() {
        writable = true;
        if (!over) {
            told().writabilityChanged();
        }
    }

    /** Both ends learn that the line is gone; what is under way is lost. */
    void cut() {
        end();
        Objects.requireNonNull(other, "a link in a race has a peer").end();
    }

    private void end() {
        if (!over) {
            over = true;
            told().closed(null);
        }
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        written.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        if (over) {
            return;
        }
        taken += written.size();
        held.writeBytes(written.toByteArray());
        written.reset();
        told().taken(taken);
        if (!holds) {
            loop.execute(this::deliver);
        }
    }

    private void deliver() {
        RacedLink peer = other;
        if (over || holds || held.size() == 0 || peer == null) {
            return;
        }
        byte[] bytes = held.toByteArray();
        held.reset();
        peer.told().received(bytes, 0, bytes.length);
        peer.told().readCompleted();
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}

    @Override
    public void close() {
        loop.execute(this::cut);
    }

    @Override
    public void reset() {
        loop.execute(this::cut);
    }

    @Override
    public String peer() {
        return "race";
    }
}
