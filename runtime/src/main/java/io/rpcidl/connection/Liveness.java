package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.PayloadReader;
import io.rpcidl.frame.ProtocolViolation;
import java.util.concurrent.TimeUnit;

/** Life signs and their absence: HELLO and frames in time, PING and PONG, idle (W-7.5, W-7.8, W-7.9). */
final class Liveness {

    private static final long NONE = Long.MAX_VALUE;
    private static final int FORGIVEN_PINGS = 10;

    private final Core core;
    private final OutgoingCalls outgoing;
    private final IncomingCalls incoming;
    private final long began;

    private long frameDue = NONE;
    private long lastReceived;

    private boolean awaitingPong;
    private long pingSentAt;
    private long pings;

    private boolean pinged;
    private long lastPingReceived;
    private int strikes;

    Liveness(Core core, OutgoingCalls outgoing, IncomingCalls incoming) {
        this.core = core;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.began = core.now;
        this.lastReceived = core.now;
    }

    /** Bytes have come; a frame that is not whole has its time from its first byte on. */
    void received(boolean midFrame, boolean frameCompleted) {
        lastReceived = core.now;
        if (!midFrame) {
            frameDue = NONE;
        } else if (frameCompleted || frameDue == NONE) {
            frameDue = core.now + core.settings.times().frame();
        }
    }

    /** The time in which this end did not read does not count against the peer. */
    void readingResumed() {
        if (frameDue != NONE) {
            frameDue = core.now + core.settings.times().frame();
        }
    }

    /** Answers a PING; pings that come too often are strikes. */
    void ping(FrameReader frame) {
        long octets = octets(frame.payload());
        long smallest = TimeUnit.MILLISECONDS.toNanos(core.settings.limits().pingIntervalMillis());
        boolean tooSoon = pinged && core.now - lastPingReceived < smallest;
        strikes = tooSoon ? strikes + 1 : 0;
        if (strikes > FORGIVEN_PINGS) {
            throw new ProtocolViolation(
                    DrainCode.LIMIT_EXCEEDED, Clauses.PING_BUDGET, "PINGs come faster than the announced interval");
        }
        pinged = true;
        lastPingReceived = core.now;
        core.output.countControlReply();
        write(FrameType.PONG, octets);
    }

    /** Takes the answer to this end's PING. */
    void pong(FrameReader frame) {
        if (octets(frame.payload()) != pings || !awaitingPong) {
            throw new ProtocolViolation(Clauses.PONG, "a PONG that answers no PING");
        }
        awaitingPong = false;
    }

    long nextTimer() {
        return Math.min(Math.min(helloDue(), frameDue), Math.min(idleDue(), keepAliveDue()));
    }

    /**
     * What is due now.
     *
     * @return false when the peer has not answered a PING and is to be given up
     * @throws ProtocolViolation when the peer or the connection has used up its time
     */
    boolean timer() {
        if (helloDue() <= core.now) {
            throw late(Clauses.HELLO_TIME, "no HELLO in time");
        }
        if (frameDue <= core.now) {
            throw late(Clauses.FRAME_TIME, "a frame has not arrived whole in time");
        }
        if (idleDue() <= core.now) {
            throw new ProtocolViolation(DrainCode.IDLE, Clauses.IDLE, "no call for longer than the idle timeout");
        }
        if (keepAliveDue() <= core.now) {
            if (awaitingPong) {
                return false;
            }
            awaitingPong = true;
            pingSentAt = core.now;
            write(FrameType.PING, ++pings);
        }
        return true;
    }

    private static ProtocolViolation late(String clause, String what) {
        return new ProtocolViolation(DrainCode.LIMIT_EXCEEDED, clause, what);
    }

    private long helloDue() {
        return core.peerKnown ? NONE : began + core.settings.times().hello();
    }

    private long idleDue() {
        long timeout = core.settings.limits().idleTimeoutMillis();
        boolean busy = !outgoing.isIdle() || !incoming.isIdle();
        return timeout == 0 || busy
                ? NONE
                : Math.max(core.lastCallAt, lastReceived) + TimeUnit.MILLISECONDS.toNanos(timeout);
    }

    private long keepAliveDue() {
        if (!core.connecting() || !core.peerKnown || outgoing.isIdle()) {
            return NONE;
        }
        long interval = Math.max(
                core.settings.times().keepAlive(), TimeUnit.MILLISECONDS.toNanos(core.peer.pingIntervalMillis()));
        if (awaitingPong) {
            return Math.max(lastReceived, pingSentAt) + interval;
        }
        long quietSince = Math.max(lastReceived, outgoing.busySince());
        return Math.max(quietSince, pings == 0 ? quietSince : pingSentAt) + interval;
    }

    private static long octets(PayloadReader in) {
        long octets = in.u64();
        in.requireEnd();
        return octets;
    }

    private void write(FrameType type, long octets) {
        FrameWriter out = core.output.writer();
        out.begin(type, 0);
        out.buffer().u64(octets);
        out.finish(0);
    }
}
