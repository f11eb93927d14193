package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.protobuf.MediaContent;
import io.rpcidl.benchmarks.codec.protobuf.Small;

/** The values of {@link Samples} as protobuf's own messages. */
public final class ProtobufMessages {
    /** A request like many. */
    public static final Small SMALL = Small.newBuilder()
            .setFirst(Samples.SMALL.first())
            .setSecond(Samples.SMALL.second())
            .setThird(Samples.SMALL.third())
            .setText(Samples.SMALL.text())
            .setFlag(Samples.SMALL.flag())
            .build();

    /** The nested message. */
    public static final MediaContent MEDIA = new ProtobufMedia().toMessage(Samples.MEDIA);

    private ProtobufMessages() {}
}
