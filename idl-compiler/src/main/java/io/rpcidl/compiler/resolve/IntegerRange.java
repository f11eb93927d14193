package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.model.Scalar;
import java.math.BigInteger;

/** The integers that a type can hold, both ends included. */
record IntegerRange(BigInteger first, BigInteger last) {

    static IntegerRange of(Scalar scalar) {
        return switch (scalar) {
            case I8 -> signed(8);
            case I16 -> signed(16);
            case I32 -> signed(32);
            case I64 -> signed(64);
            case U8 -> unsigned(8);
            case U16 -> unsigned(16);
            case U32 -> unsigned(32);
            case U64 -> unsigned(64);
            default -> throw new IllegalArgumentException(scalar.keyword() + " is no integer type");
        };
    }

    boolean contains(BigInteger value) {
        return first.compareTo(value) <= 0 && value.compareTo(last) <= 0;
    }

    private static IntegerRange signed(int bits) {
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        return new IntegerRange(half.negate(), half.subtract(BigInteger.ONE));
    }

    private static IntegerRange unsigned(int bits) {
        return new IntegerRange(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }
}
