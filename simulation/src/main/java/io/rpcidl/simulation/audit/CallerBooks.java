package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.audit.WireAudit.WireCall;
import io.rpcidl.simulation.observe.Mark;
import java.util.Map;

/** The books of the end that calls: what it may have out by what it was told, and what it has. */
final class CallerBooks {
    private static final int METADATA = 1;
    private static final int TRACE = 2;
    private static final int SESSION = 4;
    private static final int ONEWAY = 8;
    private static final int COST = 64;

    private final WireAudit wire;
    private final Map<Integer, WireCall> calls;
    private final Announced limits = new Announced();
    private final int oddness;
    private int lastId;
    private int inFlight;
    private long outstanding;
    private boolean drained;

    /** Which end opens the calls of these books: its ids are odd, or even (W-6.1). */
    enum Opener {
        CONNECTING,
        ACCEPTING
    }

    CallerBooks(WireAudit wire, Map<Integer, WireCall> calls, Opener opener) {
        this.oddness = opener == Opener.CONNECTING ? 1 : 0;
        this.wire = wire;
        this.calls = calls;
    }

    int inFlight() {
        return inFlight;
    }

    void handed(Frame frame) {
        switch (frame.type) {
            case Frame.CALL -> call(frame);
            case Frame.ITEM -> {
                WireCall call = wire.opened(frame);
                if (call != null) {
                    item(call, frame);
                }
            }
            case Frame.DRAIN -> wire.judgeDrain(frame);
            case Frame.PING -> wire.note("ping", 0, 0);
            default -> {
                // HELLO, BIND, CANCEL and PONG change no books.
            }
        }
    }

    /** The rest of the arguments, an item, or the end of the upload. */
    private void item(WireCall call, Frame frame) {
        if (call.requestEnd < 0) {
            if (!frame.more) {
                call.requestEnd = frame.endOffset;
            }
        } else if (!frame.end) {
            call.upload.item(wire, frame, limits.streamCredit());
        }
    }

    private void call(Frame frame) {
        if ((frame.callId & 1) != oddness || Integer.compareUnsigned(frame.callId, lastId) <= 0) {
            wire.violated("V4", "CALL with the id " + frame.callId + " after " + lastId);
        }
        if (drained) {
            wire.violated("V4", "the call " + frame.callId + " is made although the other side drains");
        }
        lastId = frame.callId;
        WireCall call = read(frame);
        calls.put(frame.callId, call);
        wire.note("call", frame.callId, call.cost);
        if (outstanding > 0 && outstanding + call.cost > limits.requestOctets()) {
            wire.violated(
                    "V2", "a call of cost " + call.cost + " with " + outstanding + " out of " + limits.requestOctets());
        }
        outstanding += call.cost;
        if (outstanding > limits.requestOctets() / 2) {
            wire.reach(Mark.REQUEST_CREDIT_EXHAUSTED);
        }
        if (!call.oneway && ++inFlight >= limits.calls()) {
            if (inFlight > limits.calls()) {
                wire.violated("V3", inFlight + " calls in flight, the server takes " + limits.calls());
            }
            wire.reach(Mark.CALLS_IN_FLIGHT_EXHAUSTED);
        }
        if (frame.more) {
            wire.reach(Mark.FRAGMENTED_REQUEST);
        } else {
            call.requestEnd = frame.endOffset;
        }
    }

    private static WireCall read(Frame frame) {
        frame.skip(4);
        int flags = frame.u8();
        frame.varint();
        frame.varint();
        if ((flags & METADATA) != 0) {
            frame.skip(frame.varint());
        }
        frame.skip(((flags & TRACE) != 0 ? 26 : 0) + ((flags & SESSION) != 0 ? 16 : 0));
        long arguments = frame.more ? frame.u32() & 0xFFFF_FFFFL : frame.length - frame.position();
        return new WireCall(arguments + COST, (flags & ONEWAY) != 0);
    }

    void got(Frame frame) {
        switch (frame.type) {
            case Frame.HELLO -> limits.read(frame);
            case Frame.CREDIT -> {
                WireCall call = frame.callId == 0 ? null : wire.opened(frame);
                if (call != null) {
                    call.upload.credit(wire, frame, limits.streamCredit());
                } else {
                    returned(frame.u32() & 0xFFFF_FFFFL);
                }
            }
            case Frame.REPLY, Frame.ERROR, Frame.ITEM -> {
                WireCall call = wire.opened(frame);
                if (call != null && frame.end && !call.answerEnded) {
                    call.answerEnded = true;
                    inFlight--;
                }
                if (frame.more) {
                    wire.reach(Mark.FRAGMENTED_REPLY);
                }
            }
            case Frame.DRAIN -> {
                drained = true;
                if (Integer.compareUnsigned(frame.u32(), lastId) < 0) {
                    wire.reach(Mark.DRAIN_BELOW_CALL);
                }
            }
            default -> {
                // BOUND, PING and PONG change no books.
            }
        }
    }

    private void returned(long octets) {
        outstanding -= octets;
        if (outstanding < 0) {
            wire.violated("V2", "a caller got " + -outstanding + " octets of credit more than it had used");
        }
    }
}
