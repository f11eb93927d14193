package io.rpcidl.benchmarks.codec.fory;

/** What plays a recording. */
public enum Player {
    JAVA,
    FLASH
}
