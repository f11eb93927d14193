package io.rpcidl.call;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.ErrorDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.Limits;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes messages on any thread with encoders and decoders that are used again and again.
 *
 * <p>They are not kept for each thread, since virtual threads are many and short-lived: a thread borrows the pair that its
 * number points to, and makes a new one when another thread has borrowed it.
 */
public final class CodecPool {
    private static final int SLOTS = 16;
    private static final byte[] NOTHING = {};

    private final Limits limits;
    private final Codecs[] slots;

    /** A pool for messages within {@code limits}. */
    public CodecPool(Limits limits) {
        this(limits, SLOTS);
    }

    /** A pool that keeps so many of each, a power of two. */
    CodecPool(Limits limits, int slots) {
        this.limits = limits;
        this.slots = new Codecs[slots];
        Arrays.setAll(this.slots, slot -> new Codecs(limits));
    }

    /** An encoder and a decoder that one thread uses at a time; made when they are first needed. */
    static final class Codecs {
        private final Limits limits;
        private final AtomicBoolean borrowed = new AtomicBoolean();
        private @Nullable Encoder encoder;
        private @Nullable Decoder decoder;

        private Codecs(Limits limits) {
            this.limits = limits;
        }

        /** The encoder, empty. */
        Encoder encoder() {
            Encoder known = encoder;
            if (known == null) {
                known = new Encoder(limits);
                encoder = known;
            }
            known.reset();
            return known;
        }

        private <T extends @Nullable Object> T decode(StructCodec<T> codec, byte[] bytes, int offset, int length) {
            Decoder reader = decoder();
            try {
                reader.reset(bytes, offset, length);
                return codec.readMessage(reader);
            } finally {
                reader.reset(NOTHING, 0, 0); // lets go of the message
            }
        }

        private Decoder decoder() {
            Decoder known = decoder;
            if (known == null) {
                known = new Decoder(limits);
                decoder = known;
            }
            return known;
        }

        /** Whoever borrows it next sees all that was done with it. */
        void giveBack() {
            borrowed.lazySet(false);
        }
    }

    /**
     * The message of {@code value}, in an array of its own.
     *
     * @throws io.rpcidl.wire.UnencodableValueException when the value breaks a constraint or a limit
     */
    <T extends @Nullable Object> byte[] encode(StructCodec<T> codec, T value) {
        Codecs codecs = borrow();
        try {
            Encoder encoder = codecs.encoder();
            codec.writeMessage(encoder, value);
            return encoder.take();
        } finally {
            codecs.giveBack();
        }
    }

    /** The message of a declared error, likewise. */
    byte[] encode(ErrorDescriptor<?> error, Throwable thrown) {
        Codecs codecs = borrow();
        try {
            Encoder encoder = codecs.encoder();
            error.writeMessage(encoder, thrown);
            return encoder.toByteArray();
        } finally {
            codecs.giveBack();
        }
    }

    /**
     * The value of a message.
     *
     * @throws io.rpcidl.wire.MalformedDataException when the bytes are not such a message
     */
    <T extends @Nullable Object> T decode(StructCodec<T> codec, byte[] bytes, int offset, int length) {
        Codecs codecs = borrow();
        try {
            return codecs.decode(codec, bytes, offset, length);
        } finally {
            codecs.giveBack();
        }
    }

    /** For messages that need no arrays of their own; {@link Codecs#giveBack} follows in any case. */
    Codecs borrow() {
        Codecs own = slots[(int) Thread.currentThread().getId() & (slots.length - 1)];
        return own.borrowed.compareAndSet(false, true) ? own : new Codecs(limits);
    }
}
