package io.rpcidl.wire;

/** A value can't be written: it violates a constraint of its schema or a limit of the wire. Nothing was sent. */
public final class UnencodableValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String path;
    private final boolean tooLarge;

    /** The problem in one line, without the value, which may be secret. */
    public UnencodableValueException(String problem) {
        this(problem, "", false);
    }

    private UnencodableValueException(String problem, String path, boolean tooLarge) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.problem = problem;
        this.path = path;
        this.tooLarge = tooLarge;
    }

    /** The message would be larger than a limit of so many bytes. */
    static UnencodableValueException tooLarge(long limit) {
        return new UnencodableValueException("the message is larger than the limit of " + limit + " bytes", "", true);
    }

    /** The same problem, inside a value of this type. */
    public UnencodableValueException within(String segment) {
        UnencodableValueException located =
                new UnencodableValueException(problem, path.isEmpty() ? segment : segment + " > " + path, tooLarge);
        located.setStackTrace(getStackTrace());
        return located;
    }

    /** Whether the message would be larger than a limit, and nothing else is wrong. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** The types around the value, outermost first, like {@code Order > Line}; empty when it is not known. */
    public String path() {
        return path;
    }
}
