package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;

/**
 * Writes and reads one union, which is a struct with exactly one field; generated code extends it (W-3.10).
 *
 * @param <T> the type of the values
 */
public abstract class UnionCodec<T> extends Codec<T> {

    /** The variant and, when its value is of a named type, the object around that. */
    private static final int FOOTPRINT = 24 + StructCodec.WRAPPER_FOOTPRINT;

    private final String name;

    /**
     * For generated code.
     *
     * @param name of the type, for messages
     */
    protected UnionCodec(String name) {
        this.name = name;
    }

    /** Writes {@link Encoder#variant} and the value, or one of the two other forms of a variant. */
    protected abstract void writeVariant(Encoder out, T value);

    /**
     * Checks the kind with {@link Decoder#expect} and reads the value of a known variant, or keeps that of any other number
     * with {@link Decoder#unknownVariant}.
     */
    protected abstract T readVariant(Decoder in, int number);

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
        try {
            writeVariant(out, value);
        } catch (UnencodableValueException problem) {
            throw problem.within(name);
        }
        out.leave();
    }

    @Override
    public final T read(Decoder in) {
        in.deepen();
        String outerField = in.currentField();
        in.charge(FOOTPRINT);
        try {
            in.enterField("");
            in.openUnion();
            T value = readVariant(in, in.variantNumber());
            in.leave();
            return value;
        } catch (MalformedDataException problem) {
            throw in.inField(problem);
        } finally {
            in.enterField(outerField);
        }
    }

    @Override
    final T readElement(Decoder in, UniformShape elsewhere) {
        in.openShape(elsewhere.from(), elsewhere.to());
        in.takeVariant();
        return readVariant(in, in.variantNumber());
    }

    @Override
    final int elementFootprint() {
        return FOOTPRINT;
    }
}
