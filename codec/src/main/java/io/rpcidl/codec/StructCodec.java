package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.value.ListBuilder;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads one type of struct, alone as a message or inside another value; generated code extends it (W-3.1).
 *
 * <p>A type whose fields are all always written has a constant shape, and one with up to {@value Shapes#MOST_OPTIONAL} optional
 * fields has a few. A message with one of these is read in a straight line by {@code readValues}; any other legal shape, of an
 * older or a newer writer or of a type with more optional fields, by {@link #readFields}. Both accept the same octets.
 *
 * @param <T> the type of the values
 */
public abstract class StructCodec<T extends @Nullable Object> extends Codec<T> {

    private static final int FOOTPRINT = 16;
    private static final int FIELD_FOOTPRINT = 8;

    /** A value of a named type is an object around another value. */
    static final int WRAPPER_FOOTPRINT = 24;

    private final String name;
    private final @Nullable Shape shape;
    private final @Nullable Shapes shapes;
    private final int footprint;
    private final int leastSize;

    /**
     * For a type with more than {@value Shapes#MOST_OPTIONAL} fields that are not always written; {@link #writeShape} is
     * overridden.
     *
     * @param name of the type, for messages
     * @param fieldCount all fields, those that may be absent too
     */
    protected StructCodec(String name, int fieldCount) {
        this(name, fieldCount, 0);
    }

    /**
     * The same for a type with fields of named types.
     *
     * @param wrappers how many
     */
    protected StructCodec(String name, int fieldCount, int wrappers) {
        this.name = name;
        this.shape = null;
        this.shapes = null;
        this.footprint = footprint(fieldCount, wrappers);
        this.leastSize = 0;
    }

    /**
     * For a type with a few fields that are not always written; {@link #presence} and {@link #readValues(Decoder, int)} are
     * overridden.
     *
     * @param name of the type, for messages
     */
    protected StructCodec(String name, Shapes shapes) {
        this(name, shapes, 0);
    }

    /**
     * The same for a type with fields of named types.
     *
     * @param wrappers how many
     */
    protected StructCodec(String name, Shapes shapes, int wrappers) {
        this.name = name;
        this.shape = null;
        this.shapes = shapes;
        this.footprint = footprint(shapes.fields(), wrappers) + shapes.boxedFootprint();
        this.leastSize = 0;
    }

    /**
     * For a type whose fields are all always written; {@link #readValues(Decoder)} is overridden.
     *
     * @param name of the type, for messages
     */
    protected StructCodec(String name, Shape shape) {
        this(name, shape, 0);
    }

    /**
     * The same for a type with fields of named types.
     *
     * @param wrappers how many
     */
    protected StructCodec(String name, Shape shape, int wrappers) {
        this.name = name;
        this.shape = shape;
        this.shapes = null;
        this.footprint = footprint(shape.fields(), wrappers);
        this.leastSize = (int) shape.minimumSize();
    }

    private static int footprint(int fields, int wrappers) {
        return FOOTPRINT + FIELD_FOOTPRINT * fields + WRAPPER_FOOTPRINT * wrappers;
    }

    /** Writes the entries of the present fields, in ascending order, with {@link Encoder#field}. */
    protected void writeShape(Encoder out, T value) {
        throw new IllegalStateException("the codec of " + name + " must override writeShape");
    }

    /** Which of the few optional fields are present: a bit for each, the lowest for the one with the lowest number. */
    protected int presence(T value) {
        throw new IllegalStateException("the codec of " + name + " must override presence");
    }

    /** Writes the values of the present fields, in the same order. */
    protected abstract void writeValues(Encoder out, T value);

    /** Reads the values of exactly the constant shape. */
    protected T readValues(Decoder in) {
        throw new IllegalStateException("the codec of " + name + " must override readValues");
    }

    /** Reads the values of the shape with exactly these of the few optional fields. */
    protected T readValues(Decoder in, int presence) {
        throw new IllegalStateException("the codec of " + name + " must override readValues");
    }

    /**
     * Writes the values of each element of a uniform list. Generated code has a loop of each type's own, which the JIT can see
     * through.
     */
    @SuppressWarnings("NullAway") // what is T may be null only where T says so, and then writeValues takes it
    protected void writeElements(Encoder out, List<T> elements) {
        for (T value : elements) {
            writeValues(out, value);
        }
    }

    /** Reads so many elements of exactly the constant shape with {@link #nextElement}, likewise. */
    protected void readElements(Decoder in, int count, ListBuilder<T> elements) {
        for (int i = 0; i < count; i++) {
            elements.add(nextElement(in));
        }
    }

    /**
     * Reads all elements of a uniform list whose shape is constant and whose values always take the same octets, when there is
     * room for them all.
     */
    protected void readElements(Decoder in, Object[] elements) {
        for (int i = 0; i < elements.length; i++) {
            elements[i] = readValues(in);
        }
    }

    /** Reads the values of the next element of such a list. */
    protected final T nextElement(Decoder in) {
        in.giveBack(leastSize);
        return readValues(in);
    }

    /** Reads the fields of any legal shape, in ascending order, with {@link Decoder#require} and {@link Decoder#present}. */
    protected abstract T readFields(Decoder in);

    @Override
    public final Kind kind() {
        return Kind.STRUCT;
    }

    /** The name of the type. */
    public final String name() {
        return name;
    }

    @Override
    public final void write(Encoder out, T value) {
        out.deepen();
        writeStruct(out, value);
        out.leave();
    }

    @Override
    public final T read(Decoder in) {
        in.deepen();
        T value = readStruct(in);
        in.leave();
        return value;
    }

    /**
     * Appends the value as a message of its own, which must be the last part of what is written.
     *
     * @throws UnencodableValueException if the value violates a constraint or a limit
     */
    public final void writeMessage(Encoder out, T value) {
        out.beginMessage();
        writeStruct(out, value);
        out.endMessage();
    }

    /**
     * The same in canonical form: values that are equal, and no others, have the same octets (W-3.26). It is a legal message like
     * any other. To be hashed or signed, not to be faster or smaller: sets and maps are sorted first.
     *
     * @throws UnencodableValueException if the value violates a constraint or a limit, or holds a variant or a field that its
     *     schema does not know, which has no canonical form
     */
    public final void writeCanonical(Encoder out, T value) {
        int from = out.size();
        out.beginCanonical();
        try {
            writeMessage(out, value);
        } finally {
            out.endCanonical();
        }
        out.unifyNaN(from);
    }

    /**
     * Reads the message that the decoder was set to with {@link Decoder#reset}.
     *
     * @throws MalformedDataException if the octets are not such a message; no other exception comes from any octets
     */
    public final T readMessage(Decoder in) {
        in.beginMessage();
        try {
            T value = readStruct(in);
            in.endMessage();
            return value;
        } catch (MalformedDataException problem) {
            throw locate(in, problem);
        } catch (IllegalArgumentException refused) {
            throw locate(in, refusedBy(in, refused));
        } finally {
            in.release();
        }
    }

    /** The value as a message, under the default limits. */
    public final byte[] encode(T value) {
        Encoder out = new Encoder();
        writeMessage(out, value);
        return out.toByteArray();
    }

    /**
     * The value as a message in canonical form, under the default limits.
     *
     * @throws UnencodableValueException as {@link #writeCanonical} does
     */
    public final byte[] canonical(T value) {
        Encoder out = new Encoder();
        writeCanonical(out, value);
        return out.toByteArray();
    }

    /** The value of a message, under the default limits. */
    public final T decode(byte[] message) {
        return decode(message, 0, message.length, Limits.DEFAULTS);
    }

    /**
     * The value of a message that is a part of an array.
     *
     * @throws MalformedDataException if the octets are not such a message
     * @throws IndexOutOfBoundsException if the part does not lie inside the array
     */
    public final T decode(byte[] source, int offset, int length, Limits limits) {
        Decoder in = new Decoder(limits);
        in.reset(source, offset, length);
        return readMessage(in);
    }

    /** The constant shape when a list may state it once for all its elements, else null. */
    final @Nullable Shape uniformShape() {
        return shape != null && shape.fields() > 0 ? shape : null;
    }

    @Override
    final int elementFootprint() {
        return footprint;
    }

    /** The shape that a list of such structs states once for all its elements, or null when it is written with each (W-3.15). */
    @Nullable
    Shape shapeOfElements() {
        return uniformShape();
    }

    /** Writes the elements of a uniform list, whose shape was written before. */
    final void writeUniform(Encoder out, List<T> elements) {
        try {
            writeElements(out, elements);
        } catch (UnencodableValueException problem) {
            throw problem.within(name);
        }
    }

    @Override
    final T readElement(Decoder in, UniformShape elsewhere) {
        in.openShape(elsewhere.from(), elsewhere.to());
        T value = readFields(in);
        in.finishFields();
        return value;
    }

    /** Writes a shape and the values that it announces. */
    void writeStruct(Encoder out, T value) {
        try {
            // not writeShapeOf: with one more call the JIT leaves out what it would see through here
            if (shape != null) {
                out.shape(shape);
            } else if (shapes != null) {
                out.shape(shapes.of(presence(value)));
            } else {
                int began = out.beginShape();
                writeShape(out, value);
                out.endShape(began);
            }
            writeValues(out, value);
        } catch (UnencodableValueException problem) {
            throw problem.within(name);
        }
    }

    /** Writes the shape of the fields that the schema has, with its length. */
    final void writeShapeOf(Encoder out, T value) {
        if (shape != null) {
            out.shape(shape);
        } else if (shapes != null) {
            out.shape(shapes.of(presence(value)));
        } else {
            int began = out.beginShape();
            writeShape(out, value);
            out.endShape(began);
        }
    }

    private T readStruct(Decoder in) {
        in.charge(footprint);
        if (!in.locating()) {
            if (shape != null) {
                if (in.matches(shape)) {
                    in.spend(shape.fields);
                    return readValues(in);
                }
            } else if (shapes != null) {
                Shape found = in.match(shapes);
                if (found != null) {
                    in.spend(found.fields);
                    return readValues(in, found.presence);
                }
            }
        }
        return readGeneral(in);
    }

    private T readGeneral(Decoder in) {
        int outerAt = in.shapeAt();
        int outerEnd = in.shapeEnd();
        int outerNext = in.next();
        String outerField = in.currentField();
        try {
            in.enterField("");
            in.openShape();
            T value = readFields(in);
            in.finishFields();
            return value;
        } catch (MalformedDataException problem) {
            throw in.inField(problem);
        } finally {
            in.restore(outerAt, outerEnd, outerNext, outerField);
        }
    }

    /**
     * The straight line does not know which field it reads, so the message is read once more in general. Once, from the top:
     * doing so at each level would double the cost with every level.
     */
    private MalformedDataException locate(Decoder in, MalformedDataException first) {
        MalformedDataException located = first;
        if (in.beginLocating()) {
            try {
                readStruct(in);
                in.endMessage();
            } catch (MalformedDataException again) {
                located = again;
            } catch (IllegalArgumentException again) {
                located = refusedBy(in, again);
            } finally {
                in.endLocating();
            }
        }
        return located.within(name);
    }

    /** A constructor refused what was read. Its message stays here: it may quote the value, which may be secret. */
    static MalformedDataException refusedBy(Decoder in, IllegalArgumentException refused) {
        String type = refused.getClass().getSimpleName();
        return in.malformed("a type refuses a value that was read (" + type + ")", Clause.CONSTRAINT);
    }
}
