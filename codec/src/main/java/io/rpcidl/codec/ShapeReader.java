package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The part of a decoder that knows shapes and kinds, and so can skip every value; {@link Decoder} reads them. */
abstract class ShapeReader extends BudgetedReader {

    private static final int MAXIMUM_NUMBER = 65_535;

    /** Stands behind the last entry of a shape: a number above all others. */
    private static final int NO_ENTRY = (MAXIMUM_NUMBER + 1) << 4;

    /** The octet of a list's header whose elements all have one shape. */
    static final int UNIFORM_STRUCTS = 0x10 | Kind.STRUCT.code();

    private static final int WORD = 8;

    /** With the length, which then takes one octet. */
    private static final int LONGEST_MATCHED = 0x80;

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    // The struct that is being read in general: next is its next entry, number << 4 | kind; the others follow at
    // shapeAt.
    private int shapeFrom;
    private int shapeAt;
    private int shapeEnd;
    private int next = NO_ENTRY;

    // The variant of the union that is being read, likewise.
    private int variant;

    ShapeReader(Limits limits) {
        super(limits);
    }

    /** Moves over the shape when it is exactly this one. */
    final boolean matches(Shape shape) {
        int at = position;
        int length = shape.octets.length;
        if (length > end - at) {
            return false;
        }
        if (bytes.length - at < WORD) {
            if (!Arrays.equals(bytes, at, at + length, shape.octets, 0, length)) {
                return false;
            }
        } else if (((i64(at) ^ shape.head) & shape.headMask) != 0 || (length > WORD && !endsLike(shape, at))) {
            return false;
        }
        position = at + length;
        return true;
    }

    /** Compares what follows the first word: up to two words in one more load. */
    private boolean endsLike(Shape shape, int at) {
        int length = shape.octets.length;
        return length <= 2 * WORD
                ? i64(at + length - WORD) == shape.tail
                : Arrays.equals(bytes, at + WORD, at + length, shape.octets, WORD, length);
    }

    /** Moves over the shape when it is one of these, and returns it; null when it is another one. */
    final @Nullable Shape match(Shapes shapes) {
        int at = position;
        if (end - at < 1 || bytes.length - at < WORD) {
            return null;
        }
        long head = i64(at);
        int length = 1 + ((int) head & 0xFF);
        if (length > LONGEST_MATCHED || length > end - at) {
            return null;
        }
        long tail = 0;
        if (length > WORD) {
            tail = i64(at + length - WORD);
        } else {
            head &= -1L >>> (8 * (WORD - length));
        }
        Shape shape = shapes.candidate(head, tail);
        return shape != null && matches(shape) ? shape : null;
    }

    /** Reads the length of a shape and stands before its first entry; the position is then that of the first value. */
    final void openShape() {
        int length = length();
        int at = advance(length);
        openShape(at, at + length);
    }

    /** Stands before the first entry of a shape that was read before. */
    final void openShape(int from, int to) {
        shapeFrom = from;
        shapeAt = from;
        shapeEnd = to;
        next = 0;
        nextEntry();
    }

    final int shapeAt() {
        return shapeAt;
    }

    /** Where the entries begin of a shape that was just opened. */
    final int shapeFrom() {
        return shapeFrom;
    }

    final int shapeEnd() {
        return shapeEnd;
    }

    final int next() {
        return next;
    }

    /** Goes on with the struct around the one that was read. */
    final void restore(int outerShapeAt, int outerShapeEnd, int outerNext, String outerField) {
        shapeAt = outerShapeAt;
        shapeEnd = outerShapeEnd;
        next = outerNext;
        enterField(outerField);
    }

    final int nextNumber() {
        return next >>> 4;
    }

    final int nextKind() {
        return next & 0xF;
    }

    final boolean hasEntry() {
        return next != NO_ENTRY;
    }

    /** Reads the next entry of the shape. */
    final void nextEntry() {
        if (shapeAt == shapeEnd) {
            next = NO_ENTRY;
            return;
        }
        spend(1);
        int entry = bytes[shapeAt++] & 0xFF;
        int distance = entry >>> 4;
        if (distance == 0) {
            distance = longDistance();
        }
        int number = (next >>> 4) + distance;
        if (number > MAXIMUM_NUMBER) {
            throw malformedEntry("the number of a field is above 65,535");
        }
        if ((entry & 0xF) == 0) {
            throw malformed("field " + number + " is of kind 0, which is none", Clause.SHAPE);
        }
        next = (number << 4) | (entry & 0xF);
    }

    private int longDistance() {
        int distance = 0;
        for (int shift = 0; shift < 21; shift += 7) {
            if (shapeAt == shapeEnd) {
                throw malformed("a shape ends inside an entry", Clause.SHAPE);
            }
            byte octet = bytes[shapeAt++];
            distance |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                if (distance < 16 || octet == 0) {
                    throw malformedEntry("a distance is not in its shortest form");
                }
                return distance;
            }
        }
        throw malformedEntry("the number of a field is above 65,535");
    }

    private MalformedDataException malformedEntry(String problem) {
        return malformed(problem, Clause.ENTRY);
    }

    final void skipField() {
        if (locating()) {
            enterField("#" + nextNumber());
        }
        skipNext();
    }

    /** Skips a field inside an unknown value, whose own number the path of a problem does not name. */
    final void skipNext() {
        Kind kind = kindOf(nextKind());
        nextEntry();
        skip(kind);
    }

    /** Skips the values of the unknown fields behind the last known one. */
    final void finishFields() {
        while (hasEntry()) {
            skipField();
        }
    }

    /** Reads the shape of a union, which has one entry. */
    final void openUnion() {
        int outerShapeAt = shapeAt;
        int outerShapeEnd = shapeEnd;
        int outerNext = next;
        openShape();
        takeVariant();
        restore(outerShapeAt, outerShapeEnd, outerNext, currentField());
    }

    /** The only entry of the shape that was just opened is the variant. */
    final void takeVariant() {
        if (!hasEntry() || shapeAt != shapeEnd) {
            throw malformed("a union does not have exactly one variant", Clause.UNION);
        }
        variant = next;
    }

    final int variantNumber() {
        return variant >>> 4;
    }

    final int variantKind() {
        return variant & 0xF;
    }

    /** Reads the kind of a list's elements; true when they all have one shape. */
    final boolean listHeader(Kind expected) {
        int header = octet();
        return header != expected.code() && listHeaderOf(header, expected);
    }

    /** Checks a header that was just read. */
    final boolean listHeaderOf(int header, Kind expected) {
        if (header == expected.code()) {
            return false;
        }
        if (header == UNIFORM_STRUCTS && expected == Kind.STRUCT) {
            return true;
        }
        if (header >>> 5 != 0) {
            throw malformedBefore(1, "the header of a list has unknown flags", Clause.LIST);
        }
        if (header >>> 4 != 0 && header != UNIFORM_STRUCTS) {
            throw malformedBefore(1, "a list of other values than structs is uniform", Clause.UNIFORM_LIST);
        }
        throw otherKind("an element", expected, header & 0xF, Clause.ELEMENTS);
    }

    /** Reads the kind of a map's keys or values. */
    final Kind mapKind() {
        int header = octet();
        if (header >>> 4 != 0) {
            throw malformedBefore(1, "the header of a map has unknown flags", Clause.MAP);
        }
        return kindOf(header);
    }

    /** Reads the kind of a map's keys or values, which must be this one. */
    final void mapKind(Kind expected, String what) {
        Kind kind = mapKind();
        if (kind != expected) {
            throw otherKind(what, expected, kind.code(), Clause.ELEMENTS);
        }
    }

    final MalformedDataException otherKind(String what, Kind expected, int found, String clause) {
        Kind kind = Kind.of(found);
        if (kind == null) {
            return malformed(what + " is of kind " + found + ", which is none", Clause.KIND);
        }
        return malformed(what + " is " + kind + " where the schema says " + expected, clause);
    }

    final int nanos(int at) {
        int nanos = i32(at);
        if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
            throw malformedAt(at, "nanoseconds are not below 1,000,000,000", Clause.TIME);
        }
        return nanos;
    }

    final Kind kindOf(int code) {
        Kind kind = Kind.of(code);
        if (kind == null) {
            throw malformed("a value is of kind " + code + ", which is none", Clause.KIND);
        }
        return kind;
    }

    /** Moves over a value and checks everything that can be checked without its schema. */
    final void skip(Kind kind) {
        switch (kind) {
            case BOOL -> bool();
            case TIME -> nanos(advance(12) + 8);
            case STRING -> skipText(length());
            case BYTES -> advance(length());
            case STRUCT -> ValueSkipper.struct(this);
            case LIST -> ValueSkipper.list(this);
            case MAP -> ValueSkipper.map(this);
            default -> advance(kind.minimumSize());
        }
    }
}
