package io.rpcidl.benchmarks.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import io.rpcidl.benchmarks.codec.model.NewerSmall;
import io.rpcidl.benchmarks.codec.model.PassedSmall;
import java.io.UncheckedIOException;

/** The small message with three fields that protobuf's class does not have and keeps. */
final class ProtobufPassed extends ProtobufMapping<io.rpcidl.benchmarks.codec.protobuf.PassedSmall, PassedSmall> {

    ProtobufPassed() {
        super(io.rpcidl.benchmarks.codec.protobuf.PassedSmall.parser(), Samples.PASSED);
    }

    @Override
    io.rpcidl.benchmarks.codec.protobuf.PassedSmall toMessage(PassedSmall value) {
        NewerSmall newer = NewerSmall.codec().decode(PassedSmall.codec().encode(value));
        byte[] written = io.rpcidl.benchmarks.codec.protobuf.NewerSmall.newBuilder()
                .setFirst(newer.first())
                .setSecond(newer.second())
                .setThird(newer.third())
                .setText(newer.text())
                .setFlag(newer.flag())
                .setDeadline(newer.deadline())
                .setTrace(newer.trace())
                .addAllHops(newer.hops())
                .build()
                .toByteArray();
        return ProtobufSubject.read(parser(), written);
    }

    @Override
    PassedSmall toRecord(io.rpcidl.benchmarks.codec.protobuf.PassedSmall message) {
        try {
            var read = io.rpcidl.benchmarks.codec.protobuf.NewerSmall.parseFrom(message.toByteArray());
            NewerSmall newer = new NewerSmall(
                    read.getFirst(),
                    read.getSecond(),
                    read.getThird(),
                    read.getText(),
                    read.getFlag(),
                    read.getDeadline(),
                    read.getTrace(),
                    read.getHopsList());
            return PassedSmall.codec().decode(NewerSmall.codec().encode(newer));
        } catch (InvalidProtocolBufferException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
