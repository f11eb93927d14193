package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.wire.Clause;

/**
 * Moves over nested values that the reader's schema does not know. They are checked as strictly as known ones, at the same
 * cost in depth and units: what a reader accepts must not depend on the age of its schema.
 */
final class ValueSkipper {

    private ValueSkipper() {}

    static void struct(ShapeReader in) {
        in.deepen();
        int shapeAt = in.shapeAt();
        int shapeEnd = in.shapeEnd();
        int next = in.next();
        String field = in.currentField();
        in.openShape();
        finish(in);
        in.restore(shapeAt, shapeEnd, next, field);
        in.leave();
    }

    static void list(ShapeReader in) {
        in.deepen();
        int header = in.octet();
        Kind element = in.kindOf(header & 0xF);
        if (in.listHeaderOf(header, element)) {
            uniform(in);
        } else {
            int count = in.count(element.minimumSize());
            in.spend(count);
            for (int i = 0; i < count; i++) {
                in.skip(element);
            }
        }
        in.leave();
    }

    private static void uniform(ShapeReader in) {
        int shapeAt = in.shapeAt();
        int shapeEnd = in.shapeEnd();
        int next = in.next();
        String field = in.currentField();
        int count = UniformShape.count(in);
        UniformShape shape = UniformShape.read(in, count);
        in.deepen();
        for (int i = 0; i < count; i++) {
            in.openShape(shape.from(), shape.to());
            finish(in);
        }
        in.leave();
        in.restore(shapeAt, shapeEnd, next, field);
    }

    private static void finish(ShapeReader in) {
        while (in.hasEntry()) {
            in.skipNext();
        }
    }

    static void map(ShapeReader in) {
        in.deepen();
        Kind key = in.mapKind();
        if (!key.key()) {
            throw in.malformedBefore(1, "the keys of a map are " + key, Clause.MAP);
        }
        Kind value = in.mapKind();
        int count = in.count(key.minimumSize() + value.minimumSize());
        in.spend(count);
        for (int i = 0; i < count; i++) {
            in.skip(key);
            in.skip(value);
        }
        in.leave();
    }
}
