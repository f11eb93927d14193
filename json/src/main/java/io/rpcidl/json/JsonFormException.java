package io.rpcidl.json;

import io.rpcidl.wire.MalformedDataException;

/**
 * What was given has no other form: the text is not the JSON of a value of its type, the octets are not such a value, or the
 * schema has no such name. The one exception that comes from any text and any octets. Its message has the place and never a
 * value, which may be secret. The cause of a problem in octets is a {@link MalformedDataException} with their offset; a problem in
 * a text has none.
 */
public final class JsonFormException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String clause;
    private final String path;
    private final int line;
    private final int column;

    /** A problem in a text. */
    JsonFormException(String problem, String clause, String path, int line, int column) {
        super(null, null, true, false);
        this.problem = problem;
        this.clause = clause;
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /** A problem that has no place in a text. */
    JsonFormException(String problem, String clause) {
        this(problem, clause, "", 0, 0);
    }

    /** A problem in octets. */
    JsonFormException(MalformedDataException cause) {
        super(null, cause, true, false);
        this.problem = cause.problem();
        this.clause = cause.clause();
        this.path = cause.path();
        this.line = 0;
        this.column = 0;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** The clause of wire-spec.md that is violated. */
    public String clause() {
        return clause;
    }

    /** Like {@code $.lines[3].price}, where entries of maps are counted too; of octets like {@code Order.lines[3].price}. */
    public String path() {
        return path;
    }

    /** The line of the text, from 1; 0 when the problem is not about a text. */
    public int line() {
        return line;
    }

    /** The column in UTF-16 units, from 1; 0 when the problem is not about a text. */
    public int column() {
        return column;
    }

    @Override
    public String getMessage() {
        Throwable octets = getCause();
        if (octets != null) {
            return String.valueOf(octets.getMessage());
        }
        String place = path.isEmpty() ? "" : path + ": ";
        String position = line == 0 ? "" : "line " + line + ", column " + column + ", ";
        return place + problem + " (" + position + clause + ")";
    }
}
