package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.schema.InvalidDescriptorException;

/** Codecs under {@code @max}. */
final class Limited {

    private Limited() {}

    static <T> Codec<T> codec(Codec<T> codec, long maximum) {
        try {
            return Codecs.limited(codec, maximum);
        } catch (IllegalArgumentException e) {
            throw new InvalidDescriptorException(String.valueOf(e.getMessage()), e);
        }
    }
}
