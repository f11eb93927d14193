package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Small;

/** Numbers and a string. */
class PrototypeSmall extends Prototype<Small> {

    /** Five octets of entries: i32, i32, i64, string, bool, each one number after the other. */
    private static final long SHAPE = 0x11_1B_15_14_14_05L;

    private static final long SHAPE_MASK = 0xFF_FF_FF_FF_FF_FFL;

    PrototypeSmall() {
        super(Samples.SMALL);
    }

    @Override
    int write(Small value) {
        byte[] to = buffer;
        I64.set(to, 0, SHAPE);
        I32.set(to, 6, value.first());
        I32.set(to, 10, value.second());
        I64.set(to, 14, value.third());
        int end = writeText(to, 22, value.text());
        to[end] = (byte) (value.flag() ? 1 : 0);
        return end + 1;
    }

    @Override
    Small decode(byte[] message) {
        if (message.length < 24 || ((long) I64.get(message, 0) & SHAPE_MASK) != SHAPE) {
            throw unexpected("shape");
        }
        int length = message[22];
        if (length < 0 || message.length != 24 + length) {
            throw unexpected("length");
        }
        int flag = message[23 + length];
        if ((flag & ~1) != 0) {
            throw unexpected("bool");
        }
        return new Small(
                (int) I32.get(message, 6),
                (int) I32.get(message, 10),
                (long) I64.get(message, 14),
                text(message, 23, length),
                flag != 0);
    }

    @Override
    Object neutral(Small value) {
        return value;
    }
}
