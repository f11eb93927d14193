package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.wire.UnencodableValueException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads one type of open struct, whose values keep the fields that their reader did not know (W-3.31); generated
 * code extends it. A value without such fields is written and read as that of any other struct, but for lists of them: one value in
 * it may have such fields, so they are never uniform (W-3.15).
 *
 * @param <T> the type of the values
 */
public abstract class OpenStructCodec<T extends @Nullable Object> extends StructCodec<T> {

    /** Above the number of every field. */
    private static final int BEHIND_ALL = 65_536;

    /**
     * For a type with more than {@value Shapes#MOST_OPTIONAL} fields that are not always written.
     *
     * @param name of the type, for messages
     * @param fieldCount all fields, those that may be absent too
     */
    protected OpenStructCodec(String name, int fieldCount) {
        super(name, fieldCount);
    }

    /**
     * The same for a type with fields of named types.
     *
     * @param wrappers how many
     */
    protected OpenStructCodec(String name, int fieldCount, int wrappers) {
        super(name, fieldCount, wrappers);
    }

    /**
     * For a type with a few fields that are not always written.
     *
     * @param name of the type, for messages
     */
    protected OpenStructCodec(String name, Shapes shapes) {
        super(name, shapes);
    }

    /**
     * The same for a type with fields of named types.
     *
     * @param wrappers how many
     */
    protected OpenStructCodec(String name, Shapes shapes, int wrappers) {
        super(name, shapes, wrappers);
    }

    /**
     * For a type whose fields are all always written.
     *
     * @param name of the type, for messages
     */
    protected OpenStructCodec(String name, Shape shape) {
        super(name, shape);
    }

    /**
     * The same for a type with fields of named types.
     *
     * @param wrappers how many
     */
    protected OpenStructCodec(String name, Shape shape, int wrappers) {
        super(name, shape, wrappers);
    }

    /** The unknown fields that the value was read with. */
    protected abstract UnknownFields unknownFields(T value);

    /**
     * Writes the values of the present fields as {@link #writeValues} does, and those of the unknown fields between them with
     * {@link Encoder#unknownFields}; those behind the last field follow by themselves. Overridden where there are numbers
     * between those of the fields.
     *
     * @return the number of the last field that the schema has, 0 when it has none
     */
    protected abstract int writeMerged(Encoder out, T value, UnknownFields unknown);

    @Override
    final void writeStruct(Encoder out, T value) {
        UnknownFields unknown = unknownFields(value);
        if (unknown.isEmpty()) {
            super.writeStruct(out, value);
            return;
        }
        try {
            if (out.canonical()) {
                throw new UnencodableValueException(
                        "field " + unknown.get(0).number() + " has no canonical form, for this schema does not know"
                                + " what is in it; use a schema that has the field");
            }
            int from = out.size();
            long unitsBefore = out.units();
            writeShapeOf(out, value);
            mergeShapes(out, out.takeBack(from, unitsBefore), unknown);
            int writtenBefore = out.beginUnknownFields();
            int last = writeMerged(out, value, unknown);
            out.unknownFields(unknown, last, BEHIND_ALL);
            if (out.endUnknownFields(writtenBefore) != unknown.size()) {
                throw new UnencodableValueException(KNOWN_NUMBER);
            }
        } catch (UnencodableValueException problem) {
            throw problem.within(name());
        }
    }

    private static final String KNOWN_NUMBER = "an unknown field has the number of a field that this schema knows;"
            + " give a value only unknown fields that were read with its own type";

    /** Writes the entries of both in one ascending order. */
    private static void mergeShapes(Encoder out, byte[] known, UnknownFields unknown) {
        ShapeEntries entries = new ShapeEntries(known);
        int began = out.beginShape();
        int index = 0;
        while (entries.next()) {
            index = writeEntries(out, unknown, index, entries.number());
            out.field(entries.number(), entries.kind());
        }
        writeEntries(out, unknown, index, BEHIND_ALL);
        out.endShape(began);
    }

    private static int writeEntries(Encoder out, UnknownFields unknown, int from, int below) {
        int index = from;
        for (; index < unknown.size() && unknown.get(index).number() <= below; index++) {
            UnknownValue field = unknown.get(index);
            if (field.number() == below) {
                throw new UnencodableValueException(KNOWN_NUMBER);
            }
            out.field(field.number(), field.kind());
        }
        return index;
    }

    /** No shape: each element of a list is written with its own. */
    @Override
    final @Nullable Shape shapeOfElements() {
        return null;
    }

    /** Goes over the entries of a shape that this program has written, with its length in front. */
    private static final class ShapeEntries {

        private final byte[] octets;
        private int at;
        private int entry;
        private int number;

        ShapeEntries(byte[] octets) {
            this.octets = octets;
            varint();
        }

        boolean next() {
            if (at == octets.length) {
                return false;
            }
            entry = octets[at++] & 0xFF;
            int distance = entry >>> 4;
            number += distance == 0 ? varint() : distance;
            return true;
        }

        int number() {
            return number;
        }

        Kind kind() {
            return Objects.requireNonNull(Kind.of(entry & 0xF), "kind");
        }

        private int varint() {
            int value = 0;
            int shift = 0;
            byte octet;
            do {
                octet = octets[at++];
                value |= (octet & 0x7F) << shift;
                shift += 7;
            } while (octet < 0);
            return value;
        }
    }
}
