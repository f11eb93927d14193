package io.rpcidl.benchmarks.codec;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

/** One message of protobuf and the record that it stands for. */
abstract class ProtobufMapping<M extends MessageLite, V> {

    private final Parser<M> parser;
    private final V record;

    ProtobufMapping(Parser<M> parser, V record) {
        this.parser = parser;
        this.record = record;
    }

    final Parser<M> parser() {
        return parser;
    }

    final V record() {
        return record;
    }

    final M sample() {
        return toMessage(record);
    }

    abstract M toMessage(V value);

    abstract V toRecord(M message);
}
