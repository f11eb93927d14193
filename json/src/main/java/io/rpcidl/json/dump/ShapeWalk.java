package io.rpcidl.json.dump;

import io.rpcidl.value.Kind;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.WireReader;
import java.util.Arrays;
import java.util.Objects;

/** Reads shapes and the heads of lists and maps (W-3.2 to W-3.4, W-3.13, W-3.19). */
final class ShapeWalk {

    private static final int MAXIMUM_NUMBER = 65_535;
    private static final int LEAST_LONG_DISTANCE = 16;

    /** A longer distance is above every number. */
    private static final int LONGEST_DISTANCE = 3;

    private final WireReader in;

    ShapeWalk(WireReader in) {
        this.in = in;
    }

    /** The entries of a shape: number and, in the lower four bits, kind of each. */
    int[] shape() {
        int length = in.length();
        int end = in.offset() + length;
        int[] entries = new int[Math.min(length, MAXIMUM_NUMBER)];
        int count = 0;
        int number = 0;
        while (in.offset() < end) {
            int began = in.offset();
            int entry = in.octet();
            int distance = entry >>> 4 != 0 ? entry >>> 4 : longDistance(began, end);
            number += distance;
            if (number > MAXIMUM_NUMBER) {
                throw entry("the number of a field is above 65,535", began);
            }
            if ((entry & 0xF) == 0) {
                throw new MalformedDataException(
                        "field " + number + " is of kind 0, which is none", Clause.SHAPE, began);
            }
            entries[count++] = number << 4 | (entry & 0xF);
        }
        return Arrays.copyOf(entries, count);
    }

    private int longDistance(int began, int end) {
        int distance = 0;
        for (int i = 0; i < LONGEST_DISTANCE; i++) {
            if (in.offset() == end) {
                throw new MalformedDataException("a shape ends inside an entry", Clause.SHAPE, began);
            }
            int octet = in.octet();
            distance |= (octet & 0x7F) << (7 * i);
            if (octet < 0x80) {
                if (distance < LEAST_LONG_DISTANCE || octet == 0) {
                    throw entry("a distance is not in its shortest form", began);
                }
                return distance;
            }
        }
        throw entry("the number of a field is above 65,535", began);
    }

    private static MalformedDataException entry(String problem, int at) {
        return new MalformedDataException(problem, Clause.ENTRY, at);
    }

    static int number(int entry) {
        return entry >>> 4;
    }

    /** Entries have no kind 0. */
    static Kind kind(int entry) {
        return Objects.requireNonNull(Kind.of(entry & 0xF));
    }

    /** The octet of a list's elements; the flag uniform stays in it. */
    int listHeader() {
        int header = in.octet();
        Kind element = kindOf(header & 0xF);
        if (header >>> 5 != 0) {
            throw in.malformedBefore(1, "the header of a list has unknown flags", Clause.LIST);
        }
        if (header >>> 4 != 0 && element != Kind.STRUCT) {
            throw in.malformedBefore(1, "a list of other values than structs is uniform", Clause.UNIFORM_LIST);
        }
        return header;
    }

    /** The octet of a map's keys or values. */
    Kind mapKind() {
        int header = in.octet();
        if (header >>> 4 != 0) {
            throw in.malformedBefore(1, "the header of a map has unknown flags", Clause.MAP);
        }
        return kindOf(header);
    }

    private Kind kindOf(int code) {
        Kind kind = Kind.of(code);
        if (kind == null) {
            throw in.malformedBefore(1, "a value is of kind " + code + ", which is none", Clause.KIND);
        }
        return kind;
    }

    /** A count of elements of at least this size, which can all be there. */
    int count(int minimumSize) {
        int began = in.offset();
        long count = in.varint();
        checkRoom(count, minimumSize, began);
        return (int) count;
    }

    /** Refuses elements that can't all be there. */
    void checkRoom(long count, long minimumSize, int began) {
        if (count * minimumSize > in.remaining()) {
            throw new MalformedDataException(
                    count + " elements need more than the " + in.remaining() + " bytes left", Clause.ELEMENTS, began);
        }
    }
}
