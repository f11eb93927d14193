package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Small;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value format written by hand for one message each, in a straight line over an array that is large enough, without limits,
 * budgets or unknown fields: the least that these octets can cost, and what generated code is held against.
 */
abstract class Prototype<V> extends Subject<V> {

    static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle F64 = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    final byte[] buffer = new byte[1 << 15];

    private final V value;
    private int length;

    Prototype(V value) {
        this.value = value;
    }

    @Override
    final V value() {
        return value;
    }

    @Override
    final int encode(V value) {
        length = write(value);
        return length;
    }

    @Override
    final byte[] encoded() {
        return Arrays.copyOf(buffer, length);
    }

    /** From the start of the buffer; returns where it ends. */
    abstract int write(V value);

    static IllegalStateException unexpected(String what) {
        return new IllegalStateException("the prototype reads only what it writes itself, not another " + what);
    }

    /** Numbers and a string. */
    static class OfSmall extends Prototype<Small> {

        /** Five octets of entries: i32, i32, i64, string, bool, each one number after the other. */
        private static final long SHAPE = 0x11_1B_15_14_14_05L;

        private static final long SHAPE_MASK = 0xFF_FF_FF_FF_FF_FFL;

        OfSmall() {
            super(Samples.SMALL);
        }

        @Override
        int write(Small value) {
            byte[] to = buffer;
            I64.set(to, 0, SHAPE);
            I32.set(to, 6, value.first());
            I32.set(to, 10, value.second());
            I64.set(to, 14, value.third());
            String text = value.text();
            int length = text.length();
            to[22] = (byte) length;
            int all = length;
            for (int i = 0; i < length; i++) {
                char character = text.charAt(i);
                to[23 + i] = (byte) character;
                all |= character;
            }
            if (all > 0x7F) {
                throw unexpected("text than short ASCII");
            }
            to[23 + length] = (byte) (value.flag() ? 1 : 0);
            return 24 + length;
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
                    ascii(message, 23, length),
                    flag != 0);
        }

        @Override
        Object neutral(Small value) {
            return value;
        }

        private static String ascii(byte[] message, int from, int length) {
            String text = new String(message, from, length, StandardCharsets.UTF_8);
            if (text.length() != length) {
                throw unexpected("text than ASCII");
            }
            return text;
        }
    }
}
