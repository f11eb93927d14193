package io.rpcidl.simulation.audit;

import io.rpcidl.simulation.audit.WireAudit.WireCall;

/** The books of the end that is called: what it has been sent, has given back, and has answered. */
final class CalledBooks {
    private final WireAudit wire;
    private final Announced limits = new Announced();
    private long outstanding;

    CalledBooks(WireAudit wire) {
        this.wire = wire;
    }

    void got(Frame frame) {
        switch (frame.type) {
            case Frame.HELLO -> limits.read(frame);
            case Frame.CALL -> {
                WireCall call = wire.opened(frame);
                // One that goes on may be refused before its first frame is whole, and its cost is given back then.
                if (call != null && !call.arrived) {
                    call.arrived = true;
                    outstanding += call.cost;
                }
            }
            case Frame.CREDIT -> {
                WireCall call = wire.opened(frame);
                if (call != null) {
                    call.result.credit(wire, frame, limits.streamCredit());
                }
            }
            default -> {
                // BIND, ITEM, CANCEL, PING and DRAIN change no books.
            }
        }
    }

    void handed(Frame frame) {
        switch (frame.type) {
            case Frame.CREDIT -> {
                if (frame.callId == 0) {
                    outstanding -= frame.u32() & 0xFFFF_FFFFL;
                    if (outstanding < 0) {
                        wire.violated(
                                "V2",
                                "a called side gave " + -outstanding + " octets of credit more than it had taken");
                    }
                }
            }
            case Frame.REPLY, Frame.ERROR -> answer(frame);
            case Frame.ITEM -> {
                WireCall call = wire.opened(frame);
                if (call != null && !call.answerBegun) {
                    call.result.item(wire, frame, limits.streamCredit());
                }
            }
            case Frame.DRAIN -> wire.judgeDrain(frame);
            default -> {
                // HELLO, BOUND and PONG change no books.
            }
        }
    }

    private void answer(Frame frame) {
        wire.note("answer", frame.callId, frame.length);
        WireCall call = wire.opened(frame);
        if (call == null) {
            return;
        }
        if (call.answerBegun) {
            wire.violated("V5", "the call " + frame.callId + " is answered a second time");
        } else if (!call.arrived || call.oneway) {
            wire.violated(
                    "V4", "the call " + frame.callId + " is answered, but " + (call.oneway ? "oneway" : "not there"));
        }
        call.answerBegun = true;
    }
}
