package io.rpcidl.connection;

/** Where a connection hands over its output; a transport copies the bytes before it returns. */
@FunctionalInterface
public interface ByteSink {

    /** Takes bytes; they are valid during the call only. */
    void write(byte[] bytes, int offset, int length);
}
