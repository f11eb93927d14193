package io.rpcidl.connection;

import io.rpcidl.frame.CallHead;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;

/** Turns waiting calls into frames when the output has room and the peer's limits allow. */
final class OutgoingSender {

    private static final int LAST_IDS = 1 << 20;

    private final Core core;
    private final OutgoingCalls calls;
    private final OutgoingBindings bindings;
    private long nextId;
    /** What the peer has not returned of its request bytes. */
    private long requestBytes;

    OutgoingSender(Core core, OutgoingCalls calls) {
        this.core = core;
        this.calls = calls;
        this.bindings = new OutgoingBindings(core);
        this.nextId = core.connecting() ? 1 : 2;
    }

    OutgoingBindings bindings() {
        return bindings;
    }

    /** The highest id that was used, 0 when none; unsigned. */
    int highestId() {
        return nextId <= 2 ? 0 : (int) (nextId - 2);
    }

    /** Whether so few ids are left that a new connection should take over. */
    boolean nearTheLastId() {
        return nextId > 0xFFFF_FFFFL - LAST_IDS;
    }

    /** Whether the first call of the queue may go. */
    boolean ready() {
        OutgoingCall call = calls.firstWaiting();
        return call != null && (allowed(call) || (core.peerKnown && calls.overLimit(call) != null));
    }

    private boolean allowed(OutgoingCall call) {
        ConnectionLimits peer = core.peer;
        // An accepting end has not sent its own HELLO before the peer's is here (W-5.1).
        return (core.connecting() || core.peerKnown)
                && calls.inFlight() < peer.callsInFlight()
                && call.length <= peer.largestMessage()
                && (requestBytes == 0
                        || requestBytes + call.length + ConnectionLimits.CALL_COST <= peer.requestBytes());
    }

    /** Writes the first call of the queue; false when there is none or it has to wait. */
    boolean sendNext() {
        OutgoingCall call = calls.firstWaiting();
        if (call == null) {
            return false;
        }
        if (call.deadline <= core.now) {
            calls.cancel(call, CancelReason.DEADLINE);
            return true;
        }
        CallFailure refusal = core.peerKnown ? calls.overLimit(call) : null;
        if (refusal == null && !allowed(call)) {
            return false;
        }
        int service = refusal == null ? bindings.index(call.target) : OutgoingBindings.NO_INDEX;
        if (refusal == null && service == OutgoingBindings.NO_INDEX) {
            refusal = bindings.refusal(call.target);
        }
        if (refusal == null && nextId > 0xFFFF_FFFFL) {
            refusal = CallFailure.passing(
                    Outcome.NOT_EXECUTED,
                    RpcCode.UNAVAILABLE,
                    Phase.LOCAL_QUEUE,
                    "the connection has used up its call ids");
        }
        if (refusal == null && call.target.kind().streamsResult() && !core.streams.take(streamCredit())) {
            refusal = CallFailure.passing(
                    Outcome.NOT_EXECUTED,
                    RpcCode.OVERLOADED,
                    Phase.LOCAL_QUEUE,
                    "the streams of this connection hold all the octets that they may");
        }
        if (refusal != null) {
            calls.failWaiting(call, refusal);
            return true;
        }
        write(call, service);
        return true;
    }

    private void write(OutgoingCall call, int service) {
        calls.leaveQueue(call, (int) nextId);
        nextId += 2;
        requestBytes += call.length + ConnectionLimits.CALL_COST;
        FrameWriter out = core.output.writer();
        out.begin(FrameType.CALL, call.id);
        long remaining = remaining(call.deadline);
        CallTarget target = call.target;
        CallHead.write(out.buffer(), remaining, target.kind(), service, target.method(), call.metadata());
        int room = core.peer.largestFrame() - out.payloadLength();
        if (call.length <= room) {
            out.lend(call.arguments, call.offset, call.length);
            out.finish(call.endOfArguments());
            calls.requestHanded(call);
            return;
        }
        out.buffer().u32(call.length);
        out.lend(call.arguments, call.offset, room - 4);
        out.finish(FrameHeader.MORE);
        core.largeMessages.addRequest(call, call.offset + room - 4, calls::requestHanded);
    }

    private long streamCredit() {
        return core.settings.limits().streamCredit();
    }

    /** The deadline is ahead, so a negative difference can only be one that does not fit a long. */
    private long remaining(long deadline) {
        long difference = deadline - core.now;
        return deadline == OutgoingCall.NO_DEADLINE || difference < 0 ? Long.MAX_VALUE : difference;
    }

    /** The peer gives request bytes back. */
    void credit(long bytes) {
        if (bytes == 0 || bytes > requestBytes) {
            throw new ProtocolViolation(
                    Clauses.CREDIT, "CREDIT returns " + bytes + " request bytes of " + requestBytes);
        }
        requestBytes -= bytes;
    }
}
