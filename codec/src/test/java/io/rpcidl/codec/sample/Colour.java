package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.value.EnumValue;
import org.jspecify.annotations.Nullable;

/** A closed enum. */
public enum Colour implements EnumValue {
    RED(1),
    GREEN(7);

    public static final Codec<Colour> CODEC = Codecs.closedEnumeration(Colour::of, "Colour");

    private final int number;

    Colour(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    public static @Nullable Colour of(int number) {
        return number == 1 ? RED : number == 7 ? GREEN : null;
    }
}
