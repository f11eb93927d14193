package io.rpcidl.codec;

import io.rpcidl.value.Kind;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the values of one type. Codecs hold no state and may be used by all threads at once. Programs get them from
 * generated types and from {@link Codecs}.
 *
 * @param <T> the type of the values
 */
public abstract class Codec<T extends @Nullable Object> {

    Codec() {}

    /** What the values are on the wire. */
    public abstract Kind kind();

    /**
     * Writes a value, without its kind.
     *
     * @throws UnencodableValueException if the value violates a constraint or a limit
     */
    public abstract void write(Encoder out, T value);

    /**
     * Reads a value whose kind was checked.
     *
     * @throws MalformedDataException if the octets are not such a value
     */
    public abstract T read(Decoder in);

    /** What a value takes on the heap, beyond what its reading charges itself. */
    int footprint() {
        return 0;
    }

    /** Reads an element of a uniform list, whose shape stands elsewhere in the message. */
    T readElement(Decoder in, UniformShape elsewhere) {
        throw new IllegalStateException(kind() + " has no shape");
    }

    /** What an element of a uniform list takes on the heap, beyond what its reading charges itself. */
    int elementFootprint() {
        return 0;
    }

    /** The codec that does the work: another one than this only when this one stands in for it. */
    Codec<T> resolved() {
        return this;
    }

    /** Which of two values comes first where the form is canonical; only for values that may be keys (W-3.27). */
    Comparator<? super T> order() {
        throw new IllegalStateException(kind() + " has no order");
    }

    /** A codec that refuses longer values both when writing and, before allocating, when reading. */
    Codec<T> limited(long maximum) {
        throw new IllegalArgumentException("@max is for strings, bytes and collections, not for " + kind());
    }
}
