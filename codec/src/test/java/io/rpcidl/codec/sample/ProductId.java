package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import java.util.UUID;

public record ProductId(UUID value) implements Comparable<ProductId> {

    public static final Codec<ProductId> CODEC = Codecs.named(Codecs.UUID, ProductId::new, ProductId::value);

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }
}
