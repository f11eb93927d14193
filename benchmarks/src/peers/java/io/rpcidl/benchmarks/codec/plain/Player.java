package io.rpcidl.benchmarks.codec.plain;

/** What plays a recording. */
public enum Player {
    JAVA,
    FLASH
}
