package io.rpcidl.codec;

/** The parameters of a method that has none, and the result of a {@code void} method. */
public final class Empty {

    /** The only one. */
    public static final Empty INSTANCE = new Empty();

    private Empty() {}

    @Override
    public String toString() {
        return "empty";
    }
}
