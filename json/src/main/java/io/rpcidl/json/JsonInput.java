package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Encoder;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.UnencodableValueException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** The tokens of one JSON text, with the place of the current one and the budgets of the message (W-14.2, W-14.3). */
final class JsonInput implements AutoCloseable {

    private static final int NAME_FOOTPRINT = 88;

    private static final String WHOLE = "$";

    private final JsonParser parser;
    private final JsonLimits limits;
    private final UnknownMembers unknownMembers;
    private final Path path = new Path();
    private final Encoder scratch;
    private int depth;
    private int secrets;
    private long unitsLeft;
    private long heapLeft;

    /** Starts before the first token; {@code depth} counts the structs around it that the text does not show. */
    JsonInput(String text, Json json, UnknownMembers unknownMembers, int depth) {
        limits = json.limits();
        this.unknownMembers = unknownMembers;
        this.depth = depth;
        unitsLeft = limits.message().units();
        heapLeft = limits.message().heapBytes();
        scratch = new Encoder(limits.message());
        if (text.length() > limits.textLength()) {
            throw new JsonFormException(
                    "the text has more than " + limits.textLength() + " characters", Rule.BOUNDS, WHOLE, 1, 1);
        }
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            throw new JsonFormException("the text begins with a byte order mark: take it away", Rule.TEXT, WHOLE, 1, 1);
        }
        parser = json.parser(text);
    }

    JsonLimits limits() {
        return limits;
    }

    Path path() {
        return path;
    }

    boolean skipsUnknownMembers() {
        return unknownMembers == UnknownMembers.SKIP;
    }

    JsonToken token() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalStateException("no token was read");
        }
        return token;
    }

    /** Moves to the next token. */
    void next() {
        if (advance() == null) {
            throw refuse("the text ends where a value is expected", Rule.TEXT);
        }
    }

    /** Makes sure that nothing follows the value. */
    void finish() {
        if (advance() != null) {
            throw refuse("the text goes on behind its one value", Rule.TEXT);
        }
    }

    private @Nullable JsonToken advance() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** The text of the current string, number or name. */
    String text() {
        String text;
        try {
            text = parser.getString();
        } catch (JacksonException e) {
            throw notJson(e);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw refuse("a string holds an unpaired surrogate", Rule.TEXT);
                }
                i++;
            }
        }
        return text;
    }

    /** Whether the current token is this string. */
    boolean isText(String text) {
        return token() == JsonToken.VALUE_STRING && text().equals(text);
    }

    /** Enters an object or array, the current token. */
    void enter(JsonToken begin, String what, String clause) {
        if (token() != begin) {
            throw unexpected(what, clause);
        }
        if (++depth > limits.message().depth()) {
            throw refuse("values nest deeper than " + limits.message().depth() + " levels", Clause.DEPTH);
        }
    }

    /** Enters an object that is no level of its own in the octets. */
    void enterSame(JsonToken begin, String what, String clause) {
        if (token() != begin) {
            throw unexpected(what, clause);
        }
        depth++;
    }

    /** Moves to the name of the next member of the object that was entered; false when it has ended, and was left. */
    boolean nextMember() {
        return nextOf(JsonToken.END_OBJECT);
    }

    /** Moves to the next element of the array that was entered; false when it has ended, and was left. */
    boolean nextElement() {
        return nextOf(JsonToken.END_ARRAY);
    }

    private boolean nextOf(JsonToken end) {
        next();
        if (token() == end) {
            depth--;
            return false;
        }
        return true;
    }

    /** Counts fields, elements or pairs, of which the octets will have as many. */
    void spend(int units) {
        unitsLeft -= units;
        if (unitsLeft < 0) {
            throw refuse(
                    "the message has more than " + limits.message().units() + " fields, elements and pairs",
                    Clause.UNITS);
        }
    }

    /** Counts octets of the heap, before they are allocated: never more than a decoder counts for the same value. */
    void charge(long heapBytes) {
        heapLeft -= heapBytes;
        if (heapLeft < 0) {
            throw refuse("the message takes more than " + limits.message().heapBytes() + " bytes of heap", Clause.HEAP);
        }
    }

    /** Refuses a number, in quotes or not, that would be slow to convert. */
    void checkNumberLength(String text) {
        if (text.length() > limits.numberLength()) {
            throw refuse("a number has more than " + limits.numberLength() + " characters", Rule.BOUNDS);
        }
    }

    /** The value, when the codec writes it: constraints and ranges are checked where octets are made, and nowhere else. */
    <T> T verified(Codec<T> codec, T value, String clause) {
        scratch.reset();
        try {
            codec.write(scratch, value);
        } catch (UnencodableValueException e) {
            throw refuse(e.problem(), clause);
        }
        return value;
    }

    /** Refuses more elements than the schema allows. */
    void checkCount(int count, long maximum) {
        if (count > maximum) {
            throw refuse("there are more elements than the " + maximum + " that @max allows", Clause.CONSTRAINT);
        }
    }

    /** What is read until {@link #endSecret} must not be hinted at by messages. */
    void beginSecret() {
        secrets++;
    }

    void endSecret() {
        secrets--;
    }

    /** Whether messages must not hint at what is read. */
    boolean secret() {
        return secrets > 0;
    }

    /** Moves over the value of a member that nobody knows, whose name is the current token, and checks that it is JSON. */
    void skipMember(Set<String> seen) {
        String name = text();
        charge(NAME_FOOTPRINT + name.length());
        if (!seen.add(name)) {
            throw refuse("a member that the schema does not know stands here twice", Rule.TEXT);
        }
        next();
        skipValue();
    }

    private void skipValue() {
        switch (token()) {
            case START_OBJECT -> {
                enter(JsonToken.START_OBJECT, "an object", Rule.TEXT);
                Set<String> seen = new HashSet<>();
                while (nextMember()) {
                    skipMember(seen);
                }
            }
            case START_ARRAY -> {
                enter(JsonToken.START_ARRAY, "an array", Rule.TEXT);
                while (nextElement()) {
                    skipValue();
                }
            }
            case VALUE_STRING -> text();
            default -> {
                // Numbers, true, false and null were checked when they were found.
            }
        }
    }

    /** An exception about the current token, which should be something else. */
    JsonFormException unexpected(String expected, String clause) {
        return refuse(expected + " is expected, but here is " + describe(token()), clause);
    }

    /** An exception about the current token. */
    JsonFormException refuse(String problem, String clause) {
        return at(problem, clause, parser.currentTokenLocation());
    }

    /** An exception about the message as a whole. */
    JsonFormException refuseWhole(String problem, String clause) {
        return new JsonFormException(problem, clause, WHOLE, 1, 1);
    }

    private JsonFormException at(String problem, String clause, TokenStreamLocation place) {
        return new JsonFormException(
                problem, clause, path.toString(), Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    /** The parser's own messages stay here: they quote the text, which may be secret. */
    private JsonFormException notJson(JacksonException problem) {
        TokenStreamLocation known = problem.getLocation();
        TokenStreamLocation place = known != null ? known : parser.currentLocation();
        if (problem instanceof StreamConstraintsException) {
            return at("a number has more than " + limits.numberLength() + " characters", Rule.BOUNDS, place);
        }
        if (problem instanceof UnexpectedEndOfInputException) {
            return at("the text ends inside a value", Rule.TEXT, place);
        }
        return at("what stands here is not JSON (RFC 8259), or half a character", Rule.TEXT, place);
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "the end";
        };
    }

    @Override
    public void close() {
        parser.close();
    }
}
