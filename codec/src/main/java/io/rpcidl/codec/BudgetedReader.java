package io.rpcidl.codec;

import io.rpcidl.wire.Clause;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.WireReader;

/** The part of a decoder that knows nesting, budgets, and where in the message it is. */
abstract class BudgetedReader extends WireReader {

    /** A larger message is not read a second time for the path of a problem: refusing must stay cheap. */
    private static final int LARGEST_LOCATED = 64 << 10;

    /** So large an array is not kept alive by a decoder that waits for the next message. */
    private static final int LARGE_ARRAY = 64 << 10;

    /** Collections have room for so many elements at least, of which they open 64 inside each other at most. */
    private static final int FIRST_ELEMENTS = 16;

    /**
     * All collections of a message together get room for a reference in each four of its octets, which is what a reference
     * takes. What is refused is read twice: room takes at most twice the input.
     */
    private static final int OCTETS_PER_REFERENCE = 4;

    /** A hash table has up to eight thirds as many places as it holds entries. */
    private static final int PLACES_PER_ENTRY = 3;

    private final Limits limits;
    private int depth;
    private int deepest;
    private long unitsLeft;
    private long heapLeft;
    private int roomLeft;

    private String field = "";

    private int messageEnd;
    private boolean locating;

    BudgetedReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads a message from this part of the array next. */
    final void begin(byte[] source, int offset, int length) {
        if (length > limits.messageBytes()) {
            release();
            throw malformed(
                    "the message is larger than the limit of " + limits.messageBytes() + " bytes", Clause.MESSAGE_SIZE);
        }
        wrap(source, offset, length);
        messageEnd = end;
    }

    /** Lets go of the message: a decoder that waits for the next one must not keep a large array alive. */
    final void release() {
        unwrap(LARGE_ARRAY);
        messageEnd = 0;
    }

    final void beginMessage() {
        depth = 1;
        deepest = 1;
        unitsLeft = limits.units();
        heapLeft = limits.heapBytes();
        roomLeft = remaining() / OCTETS_PER_REFERENCE;
        if (!field.isEmpty()) {
            field = "";
        }
    }

    final void endMessage() {
        if (position != end) {
            throw malformed(remaining() + " bytes follow the last value of the message", Clause.STRUCT);
        }
    }

    /**
     * Starts the message once more, in order to find the path of a problem; false when it is too large for that, or when
     * both readings together could take more of the heap than one message may.
     */
    final boolean beginLocating() {
        int start = position - offset();
        if (locating || messageEnd - start > LARGEST_LOCATED || limits.heapBytes() - heapLeft > heapLeft) {
            return false;
        }
        wrap(bytes, start, messageEnd - start);
        beginMessage();
        locating = true;
        return true;
    }

    final void endLocating() {
        locating = false;
    }

    /** Whether everything is read in general, so that problems get their path. */
    final boolean locating() {
        return locating;
    }

    final void enterField(String name) {
        field = name;
    }

    final String currentField() {
        return field;
    }

    /** The problem inside the field that is being read, when paths are wanted. */
    final MalformedDataException inField(MalformedDataException problem) {
        return locating && !field.isEmpty() ? problem.within(field) : problem;
    }

    /** The problem inside an element, when paths are wanted. */
    final MalformedDataException inElement(MalformedDataException problem, int index) {
        return locating ? problem.within("[" + index + "]") : problem;
    }

    /** The problem inside the key or the value of an entry, when paths are wanted. */
    final MalformedDataException inPart(MalformedDataException problem, String part) {
        return locating ? problem.within(part) : problem;
    }

    /** Starts to measure how deep values nest from here on; returns what {@link #height} needs. */
    final int beginHeight() {
        int outer = deepest;
        deepest = depth;
        return outer;
    }

    /** How many levels values nested since then. */
    final int height(int outerDeepest) {
        int height = deepest - depth;
        deepest = Math.max(outerDeepest, deepest);
        return height;
    }

    /** Enters a nested value. */
    final void deepen() {
        if (++depth > limits.depth()) {
            throw malformed("values nest deeper than " + limits.depth() + " levels", Clause.DEPTH);
        }
        deepest = Math.max(deepest, depth);
    }

    final void leave() {
        depth--;
    }

    /** Counts fields, elements or pairs. */
    final void spend(long units) {
        unitsLeft -= units;
        if (unitsLeft < 0) {
            throw tooManyUnits();
        }
    }

    final MalformedDataException tooManyUnits() {
        return malformed("the message has more than " + limits.units() + " fields, elements and pairs", Clause.UNITS);
    }

    final long unitsLeft() {
        return unitsLeft;
    }

    /** Counts octets of the heap, before they are allocated. */
    final void charge(long heapBytes) {
        heapLeft -= heapBytes;
        if (heapLeft < 0) {
            throw malformed("the message takes more than " + limits.heapBytes() + " bytes of heap", Clause.HEAP);
        }
    }

    /** Reads a count and refuses it when so many elements of at least this size can't be there. */
    final int count(int minimumSize) {
        long count = varint();
        if (count * minimumSize > remaining()) {
            throw malformed(count + " elements need more than the " + remaining() + " bytes left", Clause.ELEMENTS);
        }
        return (int) count;
    }

    /**
     * How many elements to make room for at first. Counts are believed only as far as memory in proportion to the octets goes;
     * more room is made when so many elements have come.
     */
    final int capacity(int count) {
        return room(count, 1);
    }

    /** The same for the entries of a hash table. */
    final int tableCapacity(int count) {
        return room(count, PLACES_PER_ENTRY);
    }

    private int room(int count, int references) {
        if (count <= FIRST_ELEMENTS) {
            return count;
        }
        int more = Math.min(count - FIRST_ELEMENTS, roomLeft / references);
        roomLeft -= more * references;
        return FIRST_ELEMENTS + more;
    }

    /**
     * Sets aside what so many elements take at least: nothing that is read before them, in whatever depth, can count on it.
     * So all lists that a message has open together make room for no more than its octets can fill.
     */
    final void setAside(int count, int minimumSize) {
        end -= count * minimumSize;
    }

    /** The next of these elements is read now. */
    final void giveBack(int minimumSize) {
        end += minimumSize;
    }

    /** Refuses more elements than the schema allows (W-3.25). */
    final void checkCount(int count, long maximum) {
        if (count > maximum) {
            throw malformed(count + " elements are more than the " + maximum + " that @max allows", Clause.CONSTRAINT);
        }
    }

    /** Refuses a uniform list whose elements have more fields or octets than there can be. */
    final void checkUniform(int count, int fields, long minimumSize) {
        if ((long) count * fields > unitsLeft) {
            throw tooManyUnits();
        }
        if (count * minimumSize > remaining()) {
            throw malformed(count + " elements need more than the " + remaining() + " bytes left", Clause.ELEMENTS);
        }
    }
}
