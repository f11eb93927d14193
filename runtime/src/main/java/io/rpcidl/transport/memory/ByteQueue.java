package io.rpcidl.transport.memory;

import java.util.Arrays;

/** Bytes that wait in order. */
final class ByteQueue {
    private byte[] bytes = new byte[1_024];
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

    /** Moves the first {@code length} bytes to the end of {@code target}. */
    void moveTo(ByteQueue target, int length) {
        target.append(bytes, start, length);
        start += length;
        if (start == end) {
            clear();
        }
    }

    byte[] takeAll() {
        byte[] all = Arrays.copyOfRange(bytes, start, end);
        clear();
        return all;
    }

    void clear() {
        start = 0;
        end = 0;
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
