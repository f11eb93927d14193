package io.rpcidl.benchmarks.codec;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.StructCodec;

/** This project's generated code. */
final class RpcidlSubject<V> extends Subject<V> {

    private final StructCodec<V> codec;
    private final V value;
    private final Encoder encoder = new Encoder();
    private final Decoder decoder = new Decoder();

    RpcidlSubject(StructCodec<V> codec, V value) {
        this.codec = codec;
        this.value = value;
    }

    @Override
    V value() {
        return value;
    }

    @Override
    int encode(V value) {
        encoder.reset();
        codec.writeMessage(encoder, value);
        return encoder.size();
    }

    @Override
    byte[] encoded() {
        return encoder.toByteArray();
    }

    @Override
    V decode(byte[] message) {
        decoder.reset(message, 0, message.length);
        return codec.readMessage(decoder);
    }

    @Override
    Object neutral(V value) {
        return value;
    }
}
