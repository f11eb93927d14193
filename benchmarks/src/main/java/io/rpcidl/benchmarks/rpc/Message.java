package io.rpcidl.benchmarks.rpc;

/**
 * What a call carries in both directions, or what an item of a stream is.
 *
 * @param shape which of the messages
 * @param size octets of a blob; 0 for the others, whose values never change
 */
record Message(Shape shape, int size) {
    static final Message SMALL = new Message(Shape.SMALL, 0);
    static final Message MEDIA = new Message(Shape.MEDIA, 0);

    /** The messages that all contenders know. */
    enum Shape {
        /** Two i32, an i64, 20 ASCII characters, a bool. */
        SMALL,
        /** The nested message on which serializers of the JVM have long been compared. */
        MEDIA,
        /** Octets. */
        BLOB
    }

    static Message blob(int size) {
        return new Message(Shape.BLOB, size);
    }

    /** The octets of a blob of this size: not all the same, and the same in every run. */
    static byte[] octets(int size) {
        byte[] octets = new byte[size];
        for (int i = 0; i < size; i++) {
            octets[i] = (byte) (i * 31);
        }
        return octets;
    }
}
