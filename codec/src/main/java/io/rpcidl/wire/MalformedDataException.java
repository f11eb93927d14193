package io.rpcidl.wire;

/**
 * The octets are not what wire-spec.md asks for: the one exception that decoding throws, for any octets. It has no stack
 * trace, because the place in the data says more, and because refusing must be cheap.
 */
public final class MalformedDataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String clause;
    private final int offset;
    private final String path;

    /**
     * @param problem what is wrong, in one line, without any text from the data
     * @param clause of wire-spec.md, like {@code W-2.3}
     * @param offset of the octet where the problem was found, from the start of the message
     */
    public MalformedDataException(String problem, String clause, int offset) {
        this(problem, clause, offset, "");
    }

    private MalformedDataException(String problem, String clause, int offset, String path) {
        super(null, null, true, false);
        this.problem = problem;
        this.clause = clause;
        this.offset = offset;
        this.path = path;
    }

    /** The same problem, inside a field, an element ({@code [3]}) or a type. */
    public MalformedDataException within(String segment) {
        String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
        return new MalformedDataException(problem, clause, offset, segment + separator + path);
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** The clause of wire-spec.md that the octets violate. */
    public String clause() {
        return clause;
    }

    /** Where the problem was found, in octets from the start of the message. */
    public int offset() {
        return offset;
    }

    /** Like {@code Order.lines[3].price}; empty when it is not known. */
    public String path() {
        return path;
    }

    @Override
    public String getMessage() {
        String place = path.isEmpty() ? "" : path + ": ";
        return place + problem + " (at byte " + offset + ", " + clause + ")";
    }
}
