package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.ErrorHead;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.PayloadReader;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.frame.ReplyHead;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.Printable;
import io.rpcidl.value.RpcCode;

/** REPLY and ERROR, and the ITEM frames that continue them: the terminals of the calls that this end makes. */
final class ReplyReceiver {

    private final Core core;
    private final OutgoingCalls calls;
    private final ReplyHead replyHead = new ReplyHead();

    ReplyReceiver(Core core, OutgoingCalls calls) {
        this.core = core;
        this.calls = calls;
    }

    void reply(FrameReader frame, OutgoingCall call) {
        requireFirst(frame, call);
        requireDispatched(call);
        if (call.itemsIn != null && call.itemsIn.insideItem()) {
            throw new ProtocolViolation(Clauses.STREAM_REPLY, "REPLY inside an item");
        }
        replyHead.read(frame.payload(), frame.flags());
        call.answerHead(replyHead.queueMicros(), replyHead.handlerMicros(), replyHead.metadata());
        call.declared = ErrorHead.NOT_DECLARED;
        body(frame, call, replyHead.totalLength());
    }

    void error(FrameReader frame, OutgoingCall call) {
        requireFirst(frame, call);
        ErrorHead head = ErrorHead.read(frame.payload(), frame.flags());
        if (head.dispatched()) {
            requireDispatched(call);
        } else if (call.itemsIn != null && call.itemsIn.begun()) {
            throw new ProtocolViolation(Clauses.STREAM_REPLY, "ERROR without DISPATCHED behind an item");
        }
        Bytes metadata = head.metadata();
        call.answerHead(head.queueMicros(), head.handlerMicros(), metadata == null ? null : metadata.toByteArray());
        call.declared = head.declared();
        if (head.declared() != ErrorHead.NOT_DECLARED) {
            body(frame, call, head.totalLength());
        } else if (calls.terminal(call)) {
            calls.fail(call, failure(head));
        }
    }

    void item(FrameReader frame, OutgoingCall call) {
        MessageAssembly incoming = call.incoming;
        IncomingItems items = call.itemsIn;
        if (incoming == null && items != null && frame.flags() != FrameHeader.END) {
            streamItem(frame, call, items);
            return;
        }
        if (incoming == null || frame.flags() == 0) {
            throw new ProtocolViolation(
                    Clauses.ITEM, "ITEM for a call whose reply has not begun, or without MORE and END");
        }
        boolean last = frame.flags() == FrameHeader.END;
        incoming.add(frame.payload(), last);
        if (last) {
            finish(call, incoming);
        }
    }

    private void streamItem(FrameReader frame, OutgoingCall call, IncomingItems items) {
        requireDispatched(call);
        if (frame.flags() == 0) {
            call.itemsReceived++;
        }
        if (items.frame(frame) == IncomingItems.Result.TOO_LARGE && call.state != OutgoingCall.State.ENDED) {
            calls.giveUp(call, tooLarge("an item"));
        }
    }

    private void body(FrameReader frame, OutgoingCall call, int total) {
        PayloadReader in = frame.payload();
        boolean tooLarge = Integer.compareUnsigned(total, core.settings.limits().largestMessage()) > 0;
        if (frame.flags() == FrameHeader.MORE) {
            MessageAssembly incoming = MessageAssembly.of(total, tooLarge || call.state == OutgoingCall.State.ENDED);
            incoming.add(in, false);
            call.incoming = incoming;
            if (tooLarge && call.state != OutgoingCall.State.ENDED) {
                calls.fail(call, tooLarge("its reply of " + Integer.toUnsignedString(total) + " bytes"));
            }
        } else if (calls.terminal(call)) {
            if (tooLarge) {
                calls.fail(call, tooLarge("its reply of " + Integer.toUnsignedString(total) + " bytes"));
            } else {
                deliver(call, in.bytes(), in.position(), in.remaining());
            }
        }
    }

    private void finish(OutgoingCall call, MessageAssembly incoming) {
        call.incoming = null;
        if (calls.terminal(call)) {
            deliver(call, incoming.bytes(), 0, incoming.length());
        }
    }

    private static void deliver(OutgoingCall call, byte[] bytes, int offset, int length) {
        if (call.declared == ErrorHead.NOT_DECLARED) {
            call.replied(bytes, offset, length);
        } else {
            call.declaredError(call.declared, bytes, offset, length);
        }
    }

    private static void requireFirst(FrameReader frame, OutgoingCall call) {
        if (call.incoming != null) {
            throw new ProtocolViolation(Clauses.ITEM, frame.type() + " for a call whose reply has begun");
        }
        if (frame.flags() == 0) {
            throw new ProtocolViolation(Clauses.FRAGMENTS, frame.type() + " with neither MORE nor END");
        }
    }

    /** The peer says that the handler was entered: that must be possible, and it must not have said the opposite. */
    private void requireDispatched(OutgoingCall call) {
        if (!call.wholeRequestHanded) {
            throw new ProtocolViolation(Clauses.REPLY, "the peer claims to have executed half a request");
        }
        if (!calls.mayBeDispatched(call)) {
            throw new ProtocolViolation(
                    Clauses.LAST_ACCEPTED, "the peer has dispatched a call above the last that it accepted");
        }
    }

    private CallFailure tooLarge(String what) {
        String text =
                what + " is too large, this end takes " + core.settings.limits().largestMessage() + " bytes";
        return CallFailure.lasting(Outcome.EXECUTED, RpcCode.TOO_LARGE, Phase.DECODING_REPLY, text);
    }

    private static CallFailure failure(ErrorHead head) {
        RpcCode known = RpcCode.of(head.code());
        Outcome outcome = head.dispatched() ? Outcome.EXECUTED : Outcome.NOT_EXECUTED;
        Phase phase = head.dispatched() ? Phase.HANDLER : Phase.SERVER_QUEUE;
        // A newer peer may have more codes; they count as INTERNAL (W-6.10).
        RpcCode code = known == null ? RpcCode.INTERNAL : known;
        String text = Printable.text(known == null ? "code " + head.code() + ": " + head.text() : head.text());
        return new CallFailure(
                outcome, code, phase, text, head.transientFailure(), head.retryAfterMillis(), head.correlation());
    }
}
