package io.rpcidl.benchmarks.codec;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Arrays;

/** Protobuf from and to records, which is what a program does that keeps generated messages out of its own types. */
final class ProtobufRecordSubject<M extends MessageLite, V> extends Subject<V> {

    private final ProtobufMapping<M, V> mapping;
    private final Parser<M> parser;
    private final V value;
    private final byte[] buffer;
    private int length;

    ProtobufRecordSubject(ProtobufMapping<M, V> mapping) {
        this.mapping = mapping;
        this.parser = mapping.parser();
        this.value = mapping.record();
        this.buffer = new byte[mapping.sample().getSerializedSize() + 64];
    }

    @Override
    V value() {
        return value;
    }

    @Override
    int encode(V value) {
        length = ProtobufSubject.write(mapping.toMessage(value), buffer);
        return length;
    }

    @Override
    byte[] encoded() {
        return Arrays.copyOf(buffer, length);
    }

    @Override
    V decode(byte[] message) {
        return mapping.toRecord(ProtobufSubject.read(parser, message));
    }

    @Override
    Object neutral(V value) {
        return value;
    }
}
