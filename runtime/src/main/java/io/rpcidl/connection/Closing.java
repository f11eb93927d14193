package io.rpcidl.connection;

import io.rpcidl.connection.Outcomes.Ending;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.value.Printable;
import io.rpcidl.value.RpcCode;

/** The end of a connection: by this end, by the peer, or by the transport; every call ends here at the latest. */
final class Closing {

    private final Core core;
    private final OutgoingCalls outgoing;
    private final IncomingCalls incoming;
    private final CallReceiver receiver;
    private long resetAt = Long.MAX_VALUE;

    Closing(Core core, OutgoingCalls outgoing, IncomingCalls incoming, CallReceiver receiver) {
        this.core = core;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.receiver = receiver;
    }

    long nextTimer() {
        return resetAt;
    }

    /** The peer broke the protocol or a limit. */
    void violated(ProtocolViolation violation) {
        close(violation.code(), violation.text(), code(violation.code()));
    }

    /** Tells the peer why, ends every call, and closes once the output is out (W-8.4). */
    void close(DrainCode drainCode, String text, RpcCode code) {
        if (core.closed) {
            return;
        }
        // A second GOING_AWAY would be a violation (W-8.1): who is draining has said all that there is to say.
        if (drainCode != DrainCode.GOING_AWAY || receiver.accepting()) {
            new Drain(receiver.stopAccepting(), drainCode, 0, text).write(core.output.writer());
        }
        endAll(Ending.whileBytesMayLeave(code, text));
        closeTransport(text);
    }

    /** The peer has sent a DRAIN with an error code; the calls above its last accepted one are told already. */
    void closedByPeer(Drain drain) {
        String text = "the peer has ended the connection: " + drain.code() + " " + Printable.text(drain.text());
        endAll(Ending.whileBytesMayLeave(code(drain.code()), text));
        closeTransport(text);
    }

    /** Both ends have drained. */
    void drained() {
        endAll(Ending.whileBytesMayLeave(RpcCode.DRAINING, "the connection has drained"));
        closeTransport("drained");
    }

    /** The peer does not answer: nothing that is still here would reach it, and after the reset nothing of it leaves. */
    void peerIsGone(String text) {
        core.events.resetTransport(text);
        endAll(new Ending(RpcCode.UNAVAILABLE, text, core.output.taken()));
    }

    /** The transport is closed: what it has not taken never left. */
    void transportClosed(String reason) {
        resetAt = Long.MAX_VALUE;
        core.outbound.close();
        core.outbound.set(0);
        endAll(new Ending(RpcCode.UNAVAILABLE, "the connection was lost: " + reason, core.output.taken()));
    }

    void timer() {
        if (resetAt <= core.now) {
            resetAt = Long.MAX_VALUE;
            core.events.resetTransport("the transport did not close in time");
        }
    }

    /** What the calls of this end are told when a DRAIN with this code ends them. */
    static RpcCode code(DrainCode code) {
        return switch (code) {
            case VERSION_REFUSED, INCOMPATIBLE_HELLO -> RpcCode.INCOMPATIBLE;
            case PROTOCOL_VIOLATION, LIMIT_EXCEEDED -> RpcCode.PROTOCOL_ERROR;
            case GOING_AWAY, IDLE -> RpcCode.DRAINING;
            case INTERNAL -> RpcCode.UNAVAILABLE;
        };
    }

    private void closeTransport(String text) {
        resetAt = core.now + core.settings.times().close();
        core.events.closeTransport(text);
    }

    private void endAll(Ending ending) {
        if (core.closed) {
            return;
        }
        core.closed = true;
        core.inbound.close();
        core.turns.clear();
        outgoing.endAll(ending);
        incoming.endAll();
    }
}
