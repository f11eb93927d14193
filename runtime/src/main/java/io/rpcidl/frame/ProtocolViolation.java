package io.rpcidl.frame;

/**
 * The peer broke a clause of wire-spec.md, or went over a limit that ends the connection.
 *
 * <p>It carries no stack trace: a hostile peer causes as many as it likes, and the clause says more.
 */
public final class ProtocolViolation extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final DrainCode code;

    /** A broken clause, ending with PROTOCOL_VIOLATION. */
    public ProtocolViolation(String clause, String what) {
        this(DrainCode.PROTOCOL_VIOLATION, clause, what);
    }

    /** A broken clause with the DRAIN code that it asks for. */
    public ProtocolViolation(DrainCode code, String clause, String what) {
        super(clause + ": " + what, null, false, false);
        this.code = code;
    }

    /** What the DRAIN frame has to say. */
    public DrainCode code() {
        return code;
    }

    /** The clause, a colon and what happened: the text of the DRAIN frame. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
