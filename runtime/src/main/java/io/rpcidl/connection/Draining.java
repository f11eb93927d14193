package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.Printable;
import io.rpcidl.value.RpcCode;

/** The graceful end (W-8.1 to W-8.3): no new calls, what is in flight is finished, both ends say DRAIN, both close. */
final class Draining {

    private final Core core;
    private final OutgoingCalls outgoing;
    private final OutgoingSender sender;
    private final IncomingCalls incoming;
    private final CallReceiver receiver;
    private boolean sent;
    private boolean received;
    /** What the peer's first DRAIN has named. */
    private int lastAccepted;

    private long deadline = Long.MAX_VALUE;

    Draining(Core core, OutgoingCalls outgoing, OutgoingSender sender, IncomingCalls incoming, CallReceiver receiver) {
        this.core = core;
        this.outgoing = outgoing;
        this.sender = sender;
        this.incoming = incoming;
        this.receiver = receiver;
    }

    boolean draining() {
        return sent || received;
    }

    long nextTimer() {
        return deadline;
    }

    /** This end wants no new calls. */
    void start(String text) {
        if (sent) {
            return;
        }
        sent = true;
        startTimer();
        new Drain(receiver.stopAccepting(), DrainCode.GOING_AWAY, 0, text).write(core.output.writer());
        outgoing.failAllWaiting(CallFailure.passing(
                Outcome.NOT_EXECUTED, RpcCode.DRAINING, Phase.LOCAL_QUEUE, "this end drains the connection"));
    }

    /** Takes the peer's DRAIN, up to where its code decides. */
    void received(Drain drain) {
        int last = drain.lastAccepted();
        if (last != 0 && (core.isPeersId(last) || Integer.compareUnsigned(last, sender.highestId()) > 0)) {
            throw new ProtocolViolation(
                    Clauses.DRAIN, "DRAIN names the call " + Integer.toUnsignedString(last) + ", which was not sent");
        }
        if (received && last != lastAccepted) {
            throw new ProtocolViolation(
                    Clauses.DRAIN_ONCE,
                    "DRAIN names the call " + Integer.toUnsignedString(last) + " after "
                            + Integer.toUnsignedString(lastAccepted));
        }
        if (drain.code() == DrainCode.GOING_AWAY) {
            if (received) {
                throw new ProtocolViolation(Clauses.DRAIN_ONCE, "a second DRAIN with GOING_AWAY");
            }
            received = true;
            lastAccepted = last;
            startTimer();
        }
        outgoing.drained(
                last,
                Closing.code(drain.code()),
                "the peer drains the connection: " + drain.code() + " " + Printable.text(drain.text()));
    }

    /** The peer has sent a CALL or BIND, which it said that it would not (W-8.3). */
    void requireNotReceived(FrameType type) {
        if (received) {
            throw new ProtocolViolation(Clauses.DRAINING, type + " behind the DRAIN of its sender");
        }
    }

    /** Answers the peer's DRAIN once this end has no calls left; true when both are done and nothing is in flight. */
    boolean finished() {
        if (received && !sent && outgoing.isIdle()) {
            start("");
        }
        return sent && received && outgoing.isIdle() && incoming.unanswered() == 0 && core.turns.isEmpty();
    }

    /** Whether the end takes longer than it may. */
    boolean overdue() {
        return deadline <= core.now;
    }

    private void startTimer() {
        if (deadline == Long.MAX_VALUE) {
            deadline = core.now + core.settings.times().drain();
        }
    }
}
