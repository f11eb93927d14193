package io.rpcidl.frame;

/** Why a connection ends (W-8.1); in the order of the codes on the wire. */
public enum DrainCode {
    /** Graceful: what is in flight is finished, no new calls. */
    GOING_AWAY(0),
    /** The two ends have no version in common. */
    VERSION_REFUSED(1),
    /** The peer broke the protocol; the text begins with the clause. */
    PROTOCOL_VIOLATION(2),
    /** The peer went over a budget or a time limit. */
    LIMIT_EXCEEDED(3),
    /** The peer's HELLO demands something that this end does not know. */
    INCOMPATIBLE_HELLO(4),
    /** No call for longer than the idle timeout. */
    IDLE(5),
    /** This end failed. */
    INTERNAL(6);

    private static final DrainCode[] BY_CODE = values();

    private final int code;

    DrainCode(int code) {
        this.code = code;
    }

    static DrainCode of(int code) {
        if (code >= BY_CODE.length) {
            throw new ProtocolViolation(Clauses.DRAIN, "DRAIN with the unknown code " + code);
        }
        return BY_CODE[code];
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }
}
