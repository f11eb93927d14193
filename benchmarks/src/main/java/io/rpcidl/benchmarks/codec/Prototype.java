package io.rpcidl.benchmarks.codec;

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

    /**
     * Writes a length and the text behind it; returns where it ends. ASCII costs a comparison and a store for each character.
     */
    static int writeText(byte[] to, int from, String text) {
        int length = text.length();
        int at = from + 1;
        int i = 0;
        for (; i < length; i++) {
            char character = text.charAt(i);
            if (character > 0x7F) {
                break;
            }
            to[at + i] = (byte) character;
        }
        at = i == length ? at + length : writeOther(to, at + i, text, i);
        int size = at - from - 1;
        if (size <= 0x7F) {
            to[from] = (byte) size;
            return at;
        }
        System.arraycopy(to, from + 1, to, from + 2, size);
        to[from] = (byte) (size | 0x80);
        to[from + 1] = (byte) (size >>> 7);
        return at + 1;
    }

    private static int writeOther(byte[] to, int from, String text, int start) {
        int at = from;
        int length = text.length();
        for (int i = start; i < length; i++) {
            char character = text.charAt(i);
            if (character < 0x80) {
                to[at++] = (byte) character;
            } else if (character < 0x800) {
                to[at++] = (byte) (0xC0 | character >>> 6);
                to[at++] = (byte) (0x80 | character & 0x3F);
            } else if (!Character.isSurrogate(character)) {
                to[at++] = (byte) (0xE0 | character >>> 12);
                to[at++] = (byte) (0x80 | character >>> 6 & 0x3F);
                to[at++] = (byte) (0x80 | character & 0x3F);
            } else {
                int point = Character.toCodePoint(character, text.charAt(++i));
                to[at++] = (byte) (0xF0 | point >>> 18);
                to[at++] = (byte) (0x80 | point >>> 12 & 0x3F);
                to[at++] = (byte) (0x80 | point >>> 6 & 0x3F);
                to[at++] = (byte) (0x80 | point & 0x3F);
            }
        }
        return at;
    }

    /** Text of this many octets. The JDK puts U+FFFD where they are not UTF-8, which no value here holds. */
    static String text(byte[] message, int from, int length) {
        String text = new String(message, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw unexpected("text than UTF-8");
        }
        return text;
    }
}
