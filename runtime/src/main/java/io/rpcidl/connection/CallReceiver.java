package io.rpcidl.connection;

import io.rpcidl.connection.IncomingCall.CallOrigin;
import io.rpcidl.frame.CallHead;
import io.rpcidl.frame.CancelReason;
import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.PayloadReader;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.value.RpcCode;
import org.jspecify.annotations.Nullable;

/** CALL, CANCEL and the ITEM frames of requests: what the peer sends for the calls that it makes. */
final class CallReceiver {

    private final Core core;
    private final IncomingCalls calls;
    private final IncomingBindings bindings;
    private final RequestCredit credit;
    private final ReplySender sender;
    private final CallHead head = new CallHead();

    private int highestId;
    private boolean accepting = true;
    private int lastAccepted;
    private long refused;

    CallReceiver(Core core, IncomingCalls calls, IncomingBindings bindings, RequestCredit credit, ReplySender sender) {
        this.core = core;
        this.calls = calls;
        this.bindings = bindings;
        this.credit = credit;
        this.sender = sender;
    }

    /** The highest id that the peer has used, unsigned. */
    int highestId() {
        return highestId;
    }

    /** Calls that were refused without a handler. */
    long refused() {
        return refused;
    }

    /** Whether no DRAIN was sent. */
    boolean accepting() {
        return accepting;
    }

    /** From here on calls are refused (W-8.3). Returns the last accepted id. */
    int stopAccepting() {
        if (accepting) {
            accepting = false;
            lastAccepted = highestId;
        }
        return lastAccepted;
    }

    void call(FrameReader frame) {
        int id = frame.callId();
        if (!core.isPeersId(id) || Integer.compareUnsigned(id, highestId) <= 0) {
            throw new ProtocolViolation(
                    Clauses.CALL_ID_ORDER,
                    "CALL with the id " + Integer.toUnsignedString(id) + " after "
                            + Integer.toUnsignedString(highestId));
        }
        highestId = id;
        PayloadReader in = frame.payload();
        head.read(in, frame.flags());
        OfferedService service = bindings.service(head.service());
        long total = total();
        if (in.remaining() > total) {
            throw new ProtocolViolation(
                    Clauses.FRAGMENTS, "a first fragment of " + in.remaining() + " bytes of a message of " + total);
        }
        long cost = total + ConnectionLimits.CALL_COST;
        credit.charge(cost);
        if (service == null) {
            refuse(id, cost, RpcCode.UNKNOWN_METHOD, "no such service");
        } else if (!refused(frame, cost)) {
            accept(frame, service, cost);
            return;
        }
        if (frame.flags() == FrameHeader.MORE) {
            core.lateFrames.expect(total - in.remaining());
        }
        if (frame.flags() != FrameHeader.END && head.kind().streamsRequest()) {
            core.lateFrames.expect(core.settings.limits().streamCredit());
        }
    }

    private void accept(FrameReader frame, OfferedService service, long cost) {
        PayloadReader in = frame.payload();
        long remaining = head.remainingNanos();
        long deadline = remaining == Long.MAX_VALUE ? IncomingCall.NO_DEADLINE : core.now + remaining;
        IncomingCall call =
                new IncomingCall(frame.callId(), service, head.method(), deadline, new CallOrigin(head.kind(), cost));
        call.arrivedAt = core.now;
        call.held = memory(frame, total());
        call.metadata = head.metadata();
        if (call.kind.streamsRequest()) {
            call.itemsIn = new IncomingItems(core, call);
        }
        if (frame.flags() == FrameHeader.MORE) {
            MessageAssembly incoming = MessageAssembly.of(head.totalLength(), false);
            incoming.add(in, false);
            call.incoming = incoming;
            calls.opened(call);
            return;
        }
        if (frame.flags() == FrameHeader.END) {
            endUpload(call);
        }
        int start = in.position();
        int length = in.remaining();
        call.lendArguments(in.bytes(), start, length);
        calls.opened(call);
        calls.arrived(call);
    }

    /** END on the arguments: the upload has no items. */
    private static void endUpload(IncomingCall call) {
        IncomingItems upload = call.itemsIn;
        if (upload != null) {
            upload.endWithTheArguments();
        }
    }

    private boolean refused(FrameReader frame, long cost) {
        int id = frame.callId();
        int largest = core.settings.limits().largestMessage();
        if (!accepting) {
            refuse(id, cost, RpcCode.DRAINING, "this end takes no more calls on this connection");
        } else if (head.session()) {
            refuse(id, cost, RpcCode.INCOMPATIBLE, "sessions are not offered");
        } else if (Integer.compareUnsigned(head.totalLength(), largest) > 0) {
            String total = Integer.toUnsignedString(head.totalLength());
            refuse(id, cost, RpcCode.TOO_LARGE, "the arguments have " + total + " bytes, this end takes " + largest);
        } else if (!head.oneway() && !calls.hasFreeSlot()) {
            refuse(id, cost, RpcCode.OVERLOADED, "all calls in flight that this end accepts are taken");
        } else if (core.outbound.tooMuch(0)) {
            refuse(id, cost, RpcCode.OVERLOADED, "answers that peers do not read take all the octets that they may");
        } else if (!core.inbound.take(memory(frame, total()))) {
            refuse(id, cost, RpcCode.OVERLOADED, "the requests of all connections take all the octets that they may");
        } else if (head.kind().streamsRequest()
                && !core.streams.take(core.settings.limits().streamCredit())) {
            core.inbound.give(memory(frame, total()));
            refuse(id, cost, RpcCode.OVERLOADED, "the streams of this connection hold all the octets that they may");
        } else {
            return false;
        }
        return true;
    }

    /** What a CALL takes of the memory: its first fragment, and what is kept of every call. */
    private static long memory(FrameReader frame, long total) {
        int here = frame.payload().remaining();
        boolean more = frame.flags() == FrameHeader.MORE;
        return (long) (more ? MessageAssembly.capacity(total, here) : here) + ConnectionLimits.CALL_COST;
    }

    private long total() {
        return Integer.toUnsignedLong(head.totalLength());
    }

    private void refuse(int id, long cost, RpcCode code, String text) {
        refused++;
        credit.release(cost);
        if (!head.oneway()) {
            // A connecting end never stops reading, so the answers that a peer does not read must have a bound.
            if (core.connecting()) {
                core.output.countControlReply();
            }
            sender.refuse(id, code, text);
        }
    }

    void item(FrameReader frame, IncomingCall call) {
        MessageAssembly incoming = call.incoming;
        IncomingItems upload = call.itemsIn;
        if (incoming == null && upload != null) {
            switch (upload.frame(frame)) {
                case TOO_LARGE -> calls.itemTooLarge(call);
                case NO_ROOM -> calls.itemWithoutRoom(call);
                case TAKEN -> {}
            }
            return;
        }
        if (incoming == null || (frame.flags() == 0 && upload == null)) {
            throw new ProtocolViolation(Clauses.FRAGMENTS, "ITEM behind the end of a request, or without MORE and END");
        }
        if (!calls.hold(call, frame.payload().remaining())) {
            return;
        }
        boolean last = frame.flags() != FrameHeader.MORE;
        incoming.add(frame.payload(), last);
        if (last) {
            if (frame.flags() == FrameHeader.END) {
                endUpload(call);
            }
            call.request(incoming.bytes(), incoming.length());
            calls.arrived(call);
        }
    }

    void cancel(FrameReader frame, @Nullable IncomingCall call) {
        CancelReason reason = CancelReason.read(frame.payload());
        if (call != null) {
            calls.cancel(call, reason);
        }
    }
}
