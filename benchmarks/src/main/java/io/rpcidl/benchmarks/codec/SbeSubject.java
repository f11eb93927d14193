package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.sbe.MessageHeaderDecoder;
import io.rpcidl.benchmarks.codec.sbe.MessageHeaderEncoder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Simple Binary Encoding from and to records. Its own users read fields where they lie in the buffer; here everything is read,
 * as with the other formats. Flyweights and buffers are used again.
 */
abstract class SbeSubject<V> extends Subject<V> {

    final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    final UnsafeBuffer written = new UnsafeBuffer(new byte[1 << 16]);
    final UnsafeBuffer read = new UnsafeBuffer(new byte[0]);

    private final V value;
    private int length;

    SbeSubject(V value) {
        this.value = value;
    }

    @Override
    final V value() {
        return value;
    }

    @Override
    final int encode(V value) {
        length = MessageHeaderEncoder.ENCODED_LENGTH + write(value);
        return length;
    }

    @Override
    final byte[] encoded() {
        return Arrays.copyOf(written.byteArray(), length);
    }

    @Override
    final V decode(byte[] message) {
        read.wrap(message);
        return read();
    }

    @Override
    final Object neutral(V value) {
        return value;
    }

    /** From the start of the buffer; returns how many octets follow the header. */
    abstract int write(V value);

    abstract V read();
}
