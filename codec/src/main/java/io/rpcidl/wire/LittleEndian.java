package io.rpcidl.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Access to numbers in an array of octets, each as one load or store. */
final class LittleEndian {

    static final VarHandle SHORT = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = view(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** For uuids, whose order RFC 9562 fixes. */
    static final VarHandle BIG_ENDIAN_LONG = view(long[].class, ByteOrder.BIG_ENDIAN);

    private LittleEndian() {}

    private static VarHandle view(Class<?> arrayType, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, order);
    }
}
