package io.rpcidl.connection;

import io.rpcidl.frame.FrameWriter;

/** Where a connection hands over its output; a transport copies the bytes before it returns. */
@FunctionalInterface
public interface ByteSink extends FrameWriter.Sink {

    /** Says how many bytes the next writes have together, so that room is made for them once. */
    default void expect(int length) {}
}
