package io.rpcidl.benchmarks.codec;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Protobuf with its own messages. A message keeps the sizes that it has computed, so encoding one again and again, as here, is
 * cheaper than encoding it once.
 */
final class ProtobufSubject<M extends MessageLite> extends Subject<M> {

    private final ProtobufMapping<M, ?> mapping;
    private final Parser<M> parser;
    private final M value;
    private final byte[] buffer;
    private int length;

    ProtobufSubject(ProtobufMapping<M, ?> mapping) {
        this.mapping = mapping;
        this.parser = mapping.parser();
        this.value = mapping.sample();
        this.buffer = new byte[value.getSerializedSize() + 64];
    }

    @Override
    M value() {
        return value;
    }

    @Override
    int encode(M message) {
        length = write(message, buffer);
        return length;
    }

    @Override
    byte[] encoded() {
        return Arrays.copyOf(buffer, length);
    }

    @Override
    M decode(byte[] message) {
        return read(parser, message);
    }

    @Override
    Object neutral(M message) {
        return mapping.toRecord(message);
    }

    static int write(MessageLite message, byte[] buffer) {
        CodedOutputStream out = CodedOutputStream.newInstance(buffer);
        try {
            message.writeTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.getTotalBytesWritten();
    }

    static <M extends MessageLite> M read(Parser<M> parser, byte[] message) {
        try {
            return parser.parseFrom(message);
        } catch (InvalidProtocolBufferException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
