package io.rpcidl.transport;

/** The monotonic clock of the Java virtual machine; the only place in the runtime that reads it. */
enum SystemClock implements RpcClock {
    INSTANCE;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
