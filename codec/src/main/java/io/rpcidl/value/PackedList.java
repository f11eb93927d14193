package io.rpcidl.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of numbers or truth values that holds them as the wire does: little-endian, in their own width, back to
 * back. It is read and written in one copy, and boxes an element only when asked for it.
 *
 * @param <T> the boxed type
 */
public final class PackedList<T> extends AbstractList<T> implements RandomAccess {

    private static final VarHandle SHORT = littleEndian(short[].class);
    private static final VarHandle INT = littleEndian(int[].class);
    private static final VarHandle LONG = littleEndian(long[].class);

    private final Element element;
    private final byte[] octets;
    private final int size;

    private PackedList(Element element, byte[] octets) {
        this.element = element;
        this.octets = octets;
        this.size = octets.length / element.width;
    }

    /** What an element is on the wire and in Java. */
    public enum Element {
        /** One octet, 0 or 1, as Boolean. */
        BOOL(1),
        /** As Byte. */
        I8(1),
        /** As Integer, 0 to 255. */
        U8(1),
        /** As Short. */
        I16(2),
        /** As Integer, 0 to 65,535. */
        U16(2),
        /** As Integer. */
        I32(4),
        /** As Long, 0 to 4,294,967,295. */
        U32(4),
        /** As Long; unsigned 64-bit numbers too. */
        I64(8),
        /** As Float, all bits kept. */
        F32(4),
        /** As Double, all bits kept. */
        F64(8);

        private final int width;

        Element(int width) {
            this.width = width;
        }

        /** Octets of one element. */
        public int width() {
            return width;
        }
    }

    /**
     * A list of a copy of the octets.
     *
     * @param <T> the boxed type that the element's description names
     * @throws IndexOutOfBoundsException if the octets do not lie inside the array
     */
    public static <T> List<T> copyOf(Element element, byte[] source, int offset, int count) {
        int length = Math.multiplyExact(count, element.width);
        Objects.checkFromIndexSize(offset, length, source.length);
        return new PackedList<>(element, Arrays.copyOfRange(source, offset, offset + length));
    }

    /** A list of the boxed numbers when all are of one class that has a width of its own, else null. */
    static <T> @Nullable List<T> tryPack(Object[] boxed) {
        if (boxed.length == 0) {
            return null;
        }
        Element element = elementOf(boxed[0]);
        if (element == null || (long) boxed.length * element.width > Integer.MAX_VALUE - 8) {
            return null;
        }
        Class<?> type = boxed[0].getClass();
        byte[] octets = new byte[boxed.length * element.width];
        for (int i = 0; i < boxed.length; i++) {
            if (boxed[i].getClass() != type) {
                return null;
            }
            store(octets, i, boxed[i]);
        }
        return new PackedList<>(element, octets);
    }

    /** What its elements are. */
    public Element element() {
        return element;
    }

    /** The octets of all elements. */
    public int byteSize() {
        return octets.length;
    }

    /**
     * Copies the octets of all elements to the array.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, 0, target, offset, octets.length);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked") // the element decides the boxed type, and the maker of the list has named that type
    public T get(int index) {
        Objects.checkIndex(index, size);
        return (T) boxed(index);
    }

    private Object boxed(int index) {
        return switch (element) {
            case BOOL -> octets[index] != 0;
            case I8 -> octets[index];
            case U8 -> octets[index] & 0xFF;
            case I16 -> (short) SHORT.get(octets, index * 2);
            case U16 -> (short) SHORT.get(octets, index * 2) & 0xFFFF;
            case I32 -> (int) INT.get(octets, index * 4);
            case U32 -> (int) INT.get(octets, index * 4) & 0xFFFF_FFFFL;
            case I64 -> (long) LONG.get(octets, index * 8);
            case F32 -> Float.intBitsToFloat((int) INT.get(octets, index * 4));
            case F64 -> Double.longBitsToDouble((long) LONG.get(octets, index * 8));
        };
    }

    private static @Nullable Element elementOf(Object value) {
        if (value instanceof Integer) {
            return Element.I32;
        } else if (value instanceof Long) {
            return Element.I64;
        } else if (value instanceof Double) {
            return Element.F64;
        } else if (value instanceof Float) {
            return Element.F32;
        } else if (value instanceof Short) {
            return Element.I16;
        } else if (value instanceof Byte) {
            return Element.I8;
        }
        return value instanceof Boolean ? Element.BOOL : null;
    }

    private static void store(byte[] octets, int index, Object value) {
        if (value instanceof Integer number) {
            INT.set(octets, index * 4, (int) number);
        } else if (value instanceof Long number) {
            LONG.set(octets, index * 8, (long) number);
        } else if (value instanceof Double number) {
            LONG.set(octets, index * 8, Double.doubleToRawLongBits(number));
        } else if (value instanceof Float number) {
            INT.set(octets, index * 4, Float.floatToRawIntBits(number));
        } else if (value instanceof Short number) {
            SHORT.set(octets, index * 2, (short) number);
        } else if (value instanceof Byte number) {
            octets[index] = number;
        } else if (value instanceof Boolean truth) {
            octets[index] = truth ? (byte) 1 : 0;
        }
    }

    private static VarHandle littleEndian(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
    }
}
