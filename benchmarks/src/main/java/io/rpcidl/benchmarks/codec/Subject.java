package io.rpcidl.benchmarks.codec;

/**
 * One format with one message. It encodes into memory of its own, which it uses again, and decodes from an array, as a program
 * that sends and receives would.
 *
 * @param <V> the value in the form that the format's own users have
 */
abstract class Subject<V> {

    /** The value to be encoded, always the same. */
    abstract V value();

    /** Encodes over what was encoded before, and returns how many octets that took. */
    abstract int encode(V value);

    /** A copy of what was encoded last. */
    abstract byte[] encoded();

    /** A new value with everything in it read: strings decoded, lists filled. */
    abstract V decode(byte[] message);

    /** The same as a value of this project's generated code, for comparing. */
    abstract Object neutral(V value);
}
