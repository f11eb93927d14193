package io.rpcidl.codec;

import io.rpcidl.wire.Clause;

/**
 * The one shape of a list's structs, as it stands in the message (W-3.14).
 *
 * @param from where the first entry is in the array
 * @param to behind the last entry
 * @param minimumSize how many octets the values of one element take at least
 */
record UniformShape(int from, int to, int minimumSize) {

    /** Reads the count of the elements. */
    static int count(ShapeReader in) {
        int count = in.count(1);
        if (count == 0) {
            throw in.malformedBefore(1, "a uniform list has no element", Clause.UNIFORM_LIST);
        }
        return count;
    }

    /** Reads the shape, and refuses a count of elements that can't be there before anything is allocated. */
    static UniformShape read(ShapeReader in, int count) {
        in.openShape();
        int from = in.shapeFrom();
        int to = in.shapeEnd();
        if (!in.hasEntry()) {
            throw in.malformed("a uniform list has an empty shape", Clause.UNIFORM_LIST);
        }
        int fields = 0;
        long minimumSize = 0;
        while (in.hasEntry()) {
            fields++;
            minimumSize += in.kindOf(in.nextKind()).minimumSize();
            in.nextEntry();
        }
        // Each element goes over the shape again and pays for its fields then, so this first time is free.
        in.spend(-fields);
        in.checkUniform(count, fields, minimumSize);
        return new UniformShape(from, to, (int) minimumSize);
    }
}
