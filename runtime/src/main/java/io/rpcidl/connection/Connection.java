package io.rpcidl.connection;

import io.rpcidl.connection.Core.Role;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import java.util.Objects;

/**
 * One connection as a pure state machine (wire-spec.md, chapters 4 to 9): bytes, commands and the time go in, bytes, events
 * and the next timer come out. It has no threads, clock or locks; all of it but {@link IncomingCall#enter} is confined to
 * one loop, and times are nanoseconds of one monotonic clock.
 *
 * <p>After each batch of inputs and commands the owner calls {@link #drainOutput} and looks at {@link #nextTimer}. What the
 * peer sends never causes an exception: a violation ends the connection with DRAIN and {@link
 * ConnectionEvents#closeTransport}. Every call that was submitted ends exactly once, with a true outcome.
 */
public final class Connection {
    /** Of so many octets of answers the budgets hear also while octets are being taken in. */
    private static final int SETTLED_EVERY = 16 << 10;

    private final Core core;
    private final Parts parts;
    private final Inbound inbound;
    private final Outbound outbound;
    /** Octets are being taken in: what follows from them is seen to at their end. */
    private boolean receiving;
    /** What {@link Core#produced} said when it was last seen to. */
    private long settledAt;

    private Connection(Role role, ConnectionSettings settings, ConnectionEvents events, long now) {
        core = new Core(role, settings, events, now);
        parts = Parts.of(core);
        inbound = new Inbound(core, parts);
        outbound = new Outbound(core, parts);
    }

    /** The end that has connected; its HELLO is in the output at once, and calls may be submitted at once. */
    public static Connection connecting(ConnectionSettings settings, ConnectionEvents events, long now) {
        Connection connection = new Connection(Role.CONNECTING, settings, events, now);
        connection.parts.handshake().sendHello();
        return connection;
    }

    /** The end that was connected to; its HELLO answers the peer's. */
    public static Connection accepting(ConnectionSettings settings, ConnectionEvents events, long now) {
        return new Connection(Role.ACCEPTING, settings, events, now);
    }

    /** Bytes have come, in any slices; they are valid during the call only. */
    public void received(byte[] bytes, int offset, int length, long now) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        core.now = now;
        core.received += length;
        if (core.closed) {
            return;
        }
        receiving = true;
        try {
            inbound.received(bytes, offset, length);
        } catch (ProtocolViolation violation) {
            parts.closing().violated(violation);
        } finally {
            receiving = false;
        }
        settle();
    }

    /** The socket has taken so many bytes since the connection began. */
    public void taken(long total, long now) {
        core.now = now;
        core.output.taken(total);
        settle();
    }

    /** The transport is gone: every call ends, by the count of bytes that were taken. */
    public void transportClosed(String reason, long now) {
        core.now = now;
        parts.closing().transportClosed(reason);
    }

    /** The time of {@link #nextTimer} has come; calling it early does nothing. */
    public void timer(long now) {
        core.now = now;
        parts.closing().timer();
        parts.incoming().timer();
        if (core.closed) {
            return;
        }
        parts.outgoing().timer();
        trim();
        try {
            if (!parts.liveness().timer()) {
                parts.closing().peerIsGone("the peer does not answer PING");
            } else if (parts.draining().overdue()) {
                parts.closing()
                        .close(
                                DrainCode.LIMIT_EXCEEDED,
                                Clauses.DRAIN_TIME + ": the drain took too long",
                                RpcCode.DRAINING);
            }
        } catch (ProtocolViolation violation) {
            parts.closing().violated(violation);
        }
        settle();
    }

    /**
     * A timer that finds no calls gives back the room that the last burst of them took: calls leave timers behind, which come
     * some seconds later.
     */
    private void trim() {
        if (parts.outgoing().isIdle() && parts.incoming().isIdle()) {
            parts.outgoing().trim();
            parts.incoming().trim();
            inbound.trim();
            core.output.writer().buffer().trim();
        }
    }

    /** When {@link #timer} wants to be called, {@code Long.MAX_VALUE} for never. */
    public long nextTimer() {
        if (core.closed) {
            return Math.min(parts.closing().nextTimer(), parts.incoming().nextTimer());
        }
        long calls = Math.min(parts.outgoing().nextTimer(), parts.incoming().nextTimer());
        return Math.min(
                calls, Math.min(parts.liveness().nextTimer(), parts.draining().nextTimer()));
    }

    /** Whether it takes new calls. */
    public boolean open() {
        return !core.closed && !parts.draining().draining() && !parts.sender().nearTheLastId();
    }

    /** Whether the peer's HELLO is here. */
    public boolean established() {
        return core.peerKnown;
    }

    /** Whether either end has asked for a graceful end and it is not over. */
    public boolean draining() {
        return !core.closed && parts.draining().draining();
    }

    /** Whether it is over; only output and {@link #handlerEnded} are left. */
    public boolean closed() {
        return core.closed;
    }

    /** How many calls this end has made that have no answer, those that wait to be sent with them. */
    public int unfinishedCalls() {
        return parts.outgoing().waiting() + parts.outgoing().inFlight();
    }

    /** What it is doing. */
    public ConnectionCounters counters() {
        return new ConnectionCounters(
                parts.outgoing().waiting(),
                parts.outgoing().inFlight(),
                parts.outgoing().failures(),
                parts.incoming().unanswered(),
                parts.incoming().slots(),
                parts.receiver().refused(),
                parts.requestCredit().inFlight(),
                core.output.outstanding(),
                inbound.dropped(),
                core.received,
                core.output.taken(),
                core.lastCallAt);
    }

    /**
     * Makes a call: it waits in the withdrawable queue until {@link #drainOutput}, and longer while the peer's limits or the
     * output have no room. A call that can't go fails before this returns, NOT_EXECUTED.
     */
    public void submit(OutgoingCall call, long now) {
        core.now = now;
        if (core.closed || parts.draining().draining()) {
            RpcCode code = core.closed ? RpcCode.UNAVAILABLE : RpcCode.DRAINING;
            parts.outgoing()
                    .refuse(
                            call,
                            CallFailure.passing(
                                    Outcome.NOT_EXECUTED,
                                    code,
                                    Phase.LOCAL_QUEUE,
                                    "the connection takes no more calls"));
            return;
        }
        parts.outgoing().submit(call);
    }

    /**
     * Ends a call now, unless it has ended: NOT_EXECUTED while its last frame is here, else MAYBE_EXECUTED, or EXECUTED when
     * a part of its reply is here. The peer is told to stop.
     */
    public void cancel(OutgoingCall call, CancelReason reason, long now) {
        core.now = now;
        parts.outgoing().cancel(call, reason);
        settle();
    }

    /** Tells the peer to stop and lets the call end with what the peer says; a call that has not left ends now. */
    public void requestCancel(OutgoingCall call, long now) {
        core.now = now;
        parts.outgoing().requestCancel(call);
        settle();
    }

    /**
     * Answers a call that was entered with its result; nothing happens when it is answered already or oneway. The range is
     * copied. A result above the caller's limit becomes an ERROR with TOO_LARGE, dispatched.
     */
    public void reply(IncomingCall call, byte[] body, int offset, int length, long now) {
        Objects.checkFromIndexSize(offset, length, body.length);
        core.now = now;
        parts.incoming().reply(call, body, offset, length);
        settle();
    }

    /** Answers a call that was entered with a declared error, otherwise like {@link #reply}. */
    public void declaredError(IncomingCall call, int number, byte[] body, int offset, int length, long now) {
        Objects.checkFromIndexSize(offset, length, body.length);
        core.now = now;
        parts.incoming().declaredError(call, number, body, offset, length);
        settle();
    }

    /**
     * Sends an item of the stream that comes back; nothing happens when the call is answered already. The array must stay
     * unchanged. {@link ItemListener#itemsWritten} tells when there is room for more.
     */
    public void sendItem(IncomingCall call, byte[] item, long now) {
        core.now = now;
        parts.incoming().addItem(call, item);
    }

    /**
     * The application has taken items of this call that cost so much, each its octets and 64, or waits for one: a cost of 0
     * is legal.
     */
    public void itemsTaken(OutgoingCall call, long cost, long now) {
        core.now = now;
        taken(call, cost);
    }

    /** The same for items that came with a call of the peer. */
    public void itemsTaken(IncomingCall call, long cost, long now) {
        core.now = now;
        taken(call, cost);
    }

    private void taken(CallNode call, long cost) {
        if (!core.closed && call.itemsIn != null) {
            call.itemsIn.taken(cost);
        }
    }

    /** Answers a call with an error; it was dispatched if {@link IncomingCall#enter} came first, else it never will be. */
    public void fail(IncomingCall call, ErrorReply error, long now) {
        core.now = now;
        parts.incoming().fail(call, error);
        settle();
    }

    /** The handler has returned, or will never be entered: owed once for each call that has arrived. Frees its slot. */
    public void handlerEnded(IncomingCall call, long now) {
        core.now = now;
        parts.incoming().handlerEnded(call);
        settle();
    }

    /** Ends the connection: GOING_AWAY finishes what is in flight, any other code closes at once. */
    public void drain(DrainCode code, String text, long now) {
        core.now = now;
        if (code != DrainCode.GOING_AWAY) {
            parts.closing().close(code, text, RpcCode.UNAVAILABLE);
        } else if (!core.closed) {
            parts.draining().start(text);
            settle();
        }
    }

    /** Closes at once, without blame: calls end by what was handed over. */
    public void close(String text, long now) {
        core.now = now;
        parts.closing().close(DrainCode.GOING_AWAY, text, RpcCode.UNAVAILABLE);
    }

    /** Whether {@link #drainOutput} has something to do. */
    public boolean hasOutput() {
        return outbound.hasOutput();
    }

    /**
     * Hands output to the transport: what is written already, then waiting calls and pieces of large messages while less than
     * 1 MiB lies between here and the socket. A call that leaves here can't be withdrawn any more.
     *
     * @return how many bytes
     */
    public int drainOutput(ByteSink sink, long now) {
        core.now = now;
        int count = outbound.drain(sink);
        settle();
        return count;
    }

    /** What may follow from any change: answers held back, reading paused, the end of a drain. */
    private void settle() {
        if (receiving && core.produced() - settledAt < SETTLED_EVERY) {
            return;
        }
        settledAt = core.produced();
        core.measureOutput();
        if (core.closed) {
            return;
        }
        outbound.balance();
        if (parts.incoming().stuck() || parts.sender().nearTheLastId()) {
            parts.draining().start("");
        }
        if (parts.draining().finished()) {
            parts.closing().drained();
        }
    }
}
