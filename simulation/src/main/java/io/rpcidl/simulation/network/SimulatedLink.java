package io.rpcidl.simulation.network;

import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.world.SimulatedLoop;
import io.rpcidl.simulation.world.World;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.LinkListener;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One end of a wire, as a socket and what the transport keeps for it. */
final class SimulatedLink implements Link {
    private static final long LINGER = TimeUnit.SECONDS.toNanos(2);
    /** What a connection may hand over beyond what its link calls writable: its own limit, and a message. */
    private static final int BEYOND = 6 << 20;

    private final Wire wire;
    private final SimulatedLoop loop;
    private final World world;
    private final String peer;
    private final boolean client;
    private final Conditions conditions;
    private final ByteQueue written = new ByteQueue();
    private @Nullable LinkListener listener;
    private @Nullable LoopTimer linger;
    private int flushed;
    private long taken;
    private long reported;
    private boolean writable = true;
    private boolean reading = true;
    private boolean closing;
    /** The socket takes nothing more. */
    private boolean broken;

    private boolean gone;
    private boolean delivering;
    private boolean reporting;
    private boolean peerFinished;
    private @Nullable IOException endCause;

    SimulatedLink(Wire wire, Wire.End end, SimulatedLoop loop, String peer) {
        this.wire = wire;
        this.client = end == Wire.End.CLIENT;
        this.loop = loop;
        this.world = wire.network().world();
        this.peer = peer;
        this.conditions = wire.network().conditions();
    }

    SimulatedLoop simulatedLoop() {
        return loop;
    }

    boolean gone() {
        return gone || loop.machine().dead();
    }

    boolean client() {
        return client;
    }

    long taken() {
        return taken;
    }

    /** Begins to deliver what arrives; on the loop. */
    void open(LinkListener opened) {
        listener = opened;
        if (gone) {
            loop.execute(() -> opened.closed(endCause));
        }
        deliverSoon();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        loop.requireInLoop("a link is written to");
        if (closing || gone) {
            return;
        }
        written.append(bytes, offset, length);
        wire.handed(this, bytes, offset, length);
        if (written.size() > conditions.highMark + BEYOND) {
            world.violated("V3", written.size() + " octets wait behind a link that is not writable");
        }
    }

    @Override
    public void flush() {
        loop.requireInLoop("a link is flushed");
        flushed = written.size();
        take();
        if (conditions.has(FaultClass.LATE_REPORTS)) {
            reportSoon();
        } else {
            report();
        }
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void pauseReading() {
        loop.requireInLoop("reading is paused");
        world.reach(Mark.READING_PAUSED);
        reading = false;
    }

    @Override
    public void resumeReading() {
        loop.requireInLoop("reading is resumed");
        reading = true;
        deliverSoon();
    }

    @Override
    public void close() {
        loop.requireInLoop("a link is closed");
        if (closing || gone) {
            return;
        }
        flushed = written.size();
        closing = true;
        linger = loop.schedule(world.now() + LINGER, this::abort);
        take();
        reportSoon();
        deliverSoon();
    }

    @Override
    public void reset() {
        loop.requireInLoop("a link is reset");
        if (!client) {
            world.reach(Mark.RESET_BY_SERVER);
        }
        closing = true;
        broken = true;
        loop.execute(this::abort);
    }

    @Override
    public String peer() {
        return peer;
    }

    /** Whether something waits for room in the socket. */
    boolean wantsRoom() {
        return flushed > 0 || closing;
    }

    /** The socket has room: takes more, and tells so; on the loop. */
    void socketHasRoom() {
        if (wantsRoom() && !gone) {
            take();
            report();
        }
    }

    /** Octets, or the end, have arrived. */
    void deliverSoon() {
        if (!delivering && !gone) {
            delivering = true;
            loop.execute(this::deliver);
        }
    }

    /** The peer sends nothing more; what has arrived is delivered first. */
    void peerFinished() {
        peerFinished = true;
        deliverSoon();
    }

    /** The link is gone: what the socket took is told first; on the loop. */
    void end(@Nullable IOException cause) {
        if (gone) {
            return;
        }
        broken = true;
        endCause = cause;
        report();
        gone = true;
        closing = true;
        written.clear();
        flushed = 0;
        wire.in(this).arrived().clear();
        if (linger != null) {
            linger.cancel();
        }
        wire.gone(this);
        if (listener != null) {
            listener.closed(cause);
        }
    }

    private void abort() {
        if (!gone) {
            wire.reset(this);
            end(null);
        }
    }

    private void take() {
        if (broken) {
            return;
        }
        Direction out = wire.out(this);
        int length = Math.min(flushed, out.room());
        if (length > 0) {
            flushed -= length;
            taken += length;
            out.take(written, length);
        }
        if (closing && !gone && flushed == 0) {
            out.finish();
        }
    }

    private void reportSoon() {
        if (!reporting) {
            reporting = true;
            loop.execute(this::report);
        }
    }

    private void report() {
        reporting = false;
        if (gone || listener == null) {
            return;
        }
        if (taken > reported) {
            reported = taken;
            listener.taken(taken);
        }
        boolean changed = writable ? written.size() > conditions.highMark : written.size() < conditions.highMark / 2;
        if (changed) {
            writable = !writable;
            if (writable) {
                world.reach(Mark.WRITABLE_AGAIN);
            }
            if (!closing) {
                listener.writabilityChanged();
            }
        }
    }

    private void deliver() {
        delivering = false;
        if (gone || listener == null || (!reading && !closing)) {
            return;
        }
        Direction in = wire.in(this);
        int size = in.arrived().size();
        if (size > 0) {
            byte[] bytes = in.arrived().take(size);
            if (!closing) {
                receive(listener, bytes);
            }
            in.read();
        }
        if (peerFinished && !gone && in.arrived().size() == 0) {
            written.clear();
            flushed = 0;
            wire.out(this).finish();
            end(null);
        }
    }

    /** One read pass, in one piece or in two. */
    private void receive(LinkListener to, byte[] bytes) {
        wire.got(this, bytes);
        int first = bytes.length > 1 && loop.machine().draw().percent(20)
                ? loop.machine().draw().between(1, bytes.length - 1)
                : bytes.length;
        to.received(bytes, 0, first);
        if (first < bytes.length && !closing) {
            to.received(bytes, first, bytes.length - first);
        }
        to.readCompleted();
    }
}
