package io.rpcidl.wire;

/**
 * What one message may cost; checked before anything is allocated (W-3.22 to W-3.24, W-7.4).
 *
 * @param messageBytes octets of a message, 1 to {@value #MAXIMUM_MESSAGE_BYTES}
 * @param depth how deep values may nest, 1 to {@value #MAXIMUM_DEPTH}; the message itself is 1
 * @param units fields, elements and pairs of a message, at least 1
 * @param heapBytes what the decoded message may take on the heap, by a rough estimate; at least 1
 */
public record Limits(int messageBytes, int depth, int units, long heapBytes) {

    /** No limit lets values nest deeper: each level takes a few frames of a thread's stack. */
    public static final int MAXIMUM_DEPTH = 64;

    /** No limit lets a message be larger, so that a length always fits an array. */
    public static final int MAXIMUM_MESSAGE_BYTES = 1 << 30;

    /** 4 MiB, 64 levels, 1,000,000 units, 32 MiB on the heap. */
    public static final Limits DEFAULTS = new Limits(4 << 20, MAXIMUM_DEPTH, 1_000_000, 32L << 20);

    public Limits {
        check(messageBytes, MAXIMUM_MESSAGE_BYTES, "messageBytes");
        check(depth, MAXIMUM_DEPTH, "depth");
        check(units, Integer.MAX_VALUE, "units");
        check(heapBytes, Long.MAX_VALUE, "heapBytes");
    }

    /** The same limits with another size of a message. */
    public Limits withMessageBytes(int messageBytes) {
        return new Limits(messageBytes, depth, units, heapBytes);
    }

    /** The same limits with another depth. */
    public Limits withDepth(int depth) {
        return new Limits(messageBytes, depth, units, heapBytes);
    }

    /** The same limits with another budget of units. */
    public Limits withUnits(int units) {
        return new Limits(messageBytes, depth, units, heapBytes);
    }

    /** The same limits with another budget of heap. */
    public Limits withHeapBytes(long heapBytes) {
        return new Limits(messageBytes, depth, units, heapBytes);
    }

    private static void check(long value, long maximum, String name) {
        if (value < 1 || value > maximum) {
            throw new IllegalArgumentException(name + " must be 1 to " + maximum + ", but is " + value);
        }
    }
}
