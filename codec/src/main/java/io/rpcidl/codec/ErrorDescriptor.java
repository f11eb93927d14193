package io.rpcidl.codec;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.Objects;

/**
 * An error that a method declares.
 *
 * @param number with which the method declares it, 1 to 65,535
 * @param type the generated class
 * @param codec of its fields
 */
public record ErrorDescriptor<E extends DeclaredErrorException>(int number, Class<E> type, StructCodec<E> codec) {

    public ErrorDescriptor {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(codec, "codec");
        MethodDescriptor.checkNumber(number, "a declared error");
    }

    /** Whether the exception is this error. */
    public boolean describes(Throwable error) {
        return type.isInstance(error);
    }

    /**
     * Appends the error's fields as a message, which must be the last part of what is written.
     *
     * @throws ClassCastException if the exception is not this error
     * @throws UnencodableValueException if a field violates a constraint or a limit
     */
    public void writeMessage(Encoder out, Throwable error) {
        codec.writeMessage(out, type.cast(error));
    }

    /**
     * Reads the error from the message that the decoder was set to.
     *
     * @throws MalformedDataException if the octets are not such a message
     */
    public E readMessage(Decoder in) {
        return codec.readMessage(in);
    }
}
