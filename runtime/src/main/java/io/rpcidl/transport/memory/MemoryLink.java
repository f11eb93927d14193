package io.rpcidl.transport.memory;

import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One end of a link in memory; both ends live on one loop. */
final class MemoryLink implements Link {
    private static final System.Logger LOG = System.getLogger(MemoryLink.class.getName());

    /** How many bytes may be under way to the peer, as in a socket's buffer. */
    private static final int CAPACITY = 128 * 1_024;

    private static final int HIGH_MARK = 256 * 1_024;
    private static final int LOW_MARK = 64 * 1_024;
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Loop loop;
    private final String peer;
    private final Consumer<MemoryLink> ended;
    private final ByteQueue written = new ByteQueue();
    private final ByteQueue arrived = new ByteQueue();
    private @Nullable MemoryLink other;
    private @Nullable LinkListener listener;
    private @Nullable LoopTimer linger;
    private long taken;
    private int flushed;
    private boolean writable = true;
    private boolean reading = true;
    private boolean delivering;
    private boolean closing;
    private boolean gone;

    MemoryLink(Loop loop, String peer, Consumer<MemoryLink> ended) {
        this.loop = loop;
        this.peer = peer;
        this.ended = ended;
    }

    void join(MemoryLink end) {
        other = end;
        end.other = this;
    }

    /** Begins to deliver what arrives to {@code opened}. */
    void open(LinkListener opened) {
        listener = opened;
        deliverSoon();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!closing) {
            written.append(bytes, offset, length);
        }
    }

    @Override
    public void flush() {
        flushed = written.size();
        send();
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void pauseReading() {
        reading = false;
    }

    @Override
    public void resumeReading() {
        reading = true;
        deliverSoon();
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        flushed = written.size();
        closing = true;
        linger = loop.schedule(loop.now() + LINGER_NANOS, this::reset);
        send();
        endSoon();
    }

    @Override
    public void reset() {
        MemoryLink end = other;
        closing = true;
        loop.execute(() -> {
            end(null);
            if (end != null) {
                end.end(new IOException("the peer reset the link"));
            }
        });
    }

    @Override
    public String peer() {
        return peer;
    }

    private void send() {
        MemoryLink end = other;
        if (end == null || gone || end.gone) {
            return;
        }
        int length = Math.min(flushed, CAPACITY - end.arrived.size());
        if (length > 0) {
            written.moveTo(end.arrived, length);
            flushed -= length;
            taken += length;
            end.deliverSoon();
            if (listener != null) {
                listener.taken(taken);
            }
        }
        updateWritable();
    }

    private void updateWritable() {
        boolean changed = writable ? written.size() > HIGH_MARK : written.size() < LOW_MARK;
        if (changed) {
            writable = !writable;
            if (listener != null && !closing) {
                listener.writabilityChanged();
            }
        }
    }

    private void deliverSoon() {
        if (!delivering && !gone) {
            delivering = true;
            loop.execute(this::deliver);
        }
    }

    private void deliver() {
        delivering = false;
        if (gone || listener == null || (!reading && !closing)) {
            return;
        }
        byte[] bytes = arrived.takeAll();
        if (bytes.length > 0 && !closing) {
            deliver(listener, bytes);
        }
        if (other != null) {
            other.send();
            other.endSoon();
        }
    }

    private void deliver(LinkListener current, byte[] bytes) {
        try {
            current.received(bytes, 0, bytes.length);
            current.readCompleted();
        } catch (RuntimeException | Error failure) { // whatever it is, the loop has other links
            LOG.log(System.Logger.Level.ERROR, "a link is reset because its listener failed", failure);
            reset();
        }
    }

    /** Ends both sides once this side has closed and the peer has read everything. */
    private void endSoon() {
        MemoryLink end = other;
        if (closing && !gone && written.size() == 0 && end != null && end.arrived.size() == 0) {
            loop.execute(() -> {
                end.end(null);
                end(null);
            });
        }
    }

    private void end(@Nullable Throwable cause) {
        if (gone) {
            return;
        }
        gone = true;
        closing = true;
        written.clear();
        arrived.clear();
        if (linger != null) {
            linger.cancel();
        }
        ended.accept(this);
        if (listener != null) {
            listener.closed(cause);
        }
    }
}
