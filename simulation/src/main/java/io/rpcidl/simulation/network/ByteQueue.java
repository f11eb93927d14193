package io.rpcidl.simulation.network;

import java.util.Arrays;

/** Octets that wait in order. */
final class ByteQueue {
    private static final int FIRST = 512;

    private byte[] bytes = new byte[FIRST];
    private int start;
    private int end;

    int size() {
        return end - start;
    }

    void append(byte[] source, int offset, int length) {
        if (length > bytes.length - end) {
            makeRoom(length);
        }
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /** Moves the first {@code length} octets to the end of {@code target}. */
    void moveTo(ByteQueue target, int length) {
        target.append(bytes, start, length);
        skip(length);
    }

    byte[] take(int length) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + length);
        skip(length);
        return taken;
    }

    void clear() {
        start = 0;
        end = 0;
    }

    void skip(int length) {
        start += length;
        if (start == end) {
            clear();
        }
    }

    private void makeRoom(int length) {
        int needed = Math.addExact(size(), length);
        byte[] target = needed <= bytes.length / 2 ? bytes : new byte[Math.max(needed, Math.multiplyExact(2, size()))];
        System.arraycopy(bytes, start, target, 0, size());
        end = size();
        start = 0;
        bytes = target;
    }
}
