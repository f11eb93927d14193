package io.rpcidl.frame;

/** Why a call is cancelled (W-6.7), in the order of the codes on the wire. */
public enum CancelReason {
    /** The caller does not want the result any more. */
    CANCELLED(0),
    /** The call's deadline has passed. */
    DEADLINE(1);

    private final int code;

    CancelReason(int code) {
        this.code = code;
    }

    /** Reads the payload of a CANCEL. */
    public static CancelReason read(PayloadReader in) {
        int code = in.u8();
        in.requireEnd();
        if (code > 1) {
            throw new ProtocolViolation(Clauses.CANCEL, "CANCEL with the unknown reason " + code);
        }
        return code == 0 ? CANCELLED : DEADLINE;
    }

    /** Writes a whole CANCEL frame. */
    public void write(FrameWriter out, int callId) {
        out.begin(FrameType.CANCEL, callId);
        out.buffer().u8(code);
        out.finish(0);
    }
}
