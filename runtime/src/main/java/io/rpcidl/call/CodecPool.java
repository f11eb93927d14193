package io.rpcidl.call;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.ErrorDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.Limits;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes messages on any thread with encoders and decoders that are used again and again.
 *
 * <p>They are not kept for each thread, since virtual threads are many and short-lived: a thread borrows what its number
 * points to, and makes a new one when another thread has borrowed it.
 */
public final class CodecPool {
    private static final int SLOTS = 16;
    private static final byte[] NOTHING = {};

    private final Limits limits;
    private final AtomicReferenceArray<@Nullable Encoder> encoders;
    private final AtomicReferenceArray<@Nullable Decoder> decoders;

    /** A pool for messages within {@code limits}. */
    public CodecPool(Limits limits) {
        this(limits, SLOTS);
    }

    /** A pool that keeps so many of each, a power of two. */
    CodecPool(Limits limits, int slots) {
        this.limits = limits;
        this.encoders = new AtomicReferenceArray<>(slots);
        this.decoders = new AtomicReferenceArray<>(slots);
    }

    /**
     * The message of {@code value}, in an array of its own.
     *
     * @throws io.rpcidl.wire.UnencodableValueException when the value breaks a constraint or a limit
     */
    <T extends @Nullable Object> byte[] encode(StructCodec<T> codec, T value) {
        int slot = slot();
        Encoder encoder = borrowEncoder(slot);
        try {
            codec.writeMessage(encoder, value);
            return encoder.toByteArray();
        } finally {
            encoders.lazySet(slot, encoder); // whoever borrows it next sees all that was done with it
        }
    }

    /** The message of a declared error, likewise. */
    byte[] encode(ErrorDescriptor<?> error, Throwable thrown) {
        int slot = slot();
        Encoder encoder = borrowEncoder(slot);
        try {
            error.writeMessage(encoder, thrown);
            return encoder.toByteArray();
        } finally {
            encoders.lazySet(slot, encoder); // whoever borrows it next sees all that was done with it
        }
    }

    /**
     * The value of a message.
     *
     * @throws io.rpcidl.wire.MalformedDataException when the bytes are not such a message
     */
    <T extends @Nullable Object> T decode(StructCodec<T> codec, byte[] bytes, int offset, int length) {
        int slot = slot();
        Decoder borrowed = decoders.getAndSet(slot, null);
        Decoder decoder = borrowed == null ? new Decoder(limits) : borrowed;
        try {
            decoder.reset(bytes, offset, length);
            return codec.readMessage(decoder);
        } finally {
            decoder.reset(NOTHING, 0, 0); // lets go of the message
            decoders.lazySet(slot, decoder);
        }
    }

    /** An encoder for one message that is used before {@link #giveBack}, and so needs no array of its own. */
    Encoder borrow() {
        return borrowEncoder(slot());
    }

    /** Takes back what was borrowed on this thread. */
    void giveBack(Encoder encoder) {
        encoders.lazySet(slot(), encoder);
    }

    private Encoder borrowEncoder(int slot) {
        Encoder borrowed = encoders.getAndSet(slot, null);
        Encoder encoder = borrowed == null ? new Encoder(limits) : borrowed;
        encoder.reset();
        return encoder;
    }

    private int slot() {
        return (int) Thread.currentThread().getId() & (encoders.length() - 1);
    }
}
