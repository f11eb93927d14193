package io.rpcidl.benchmarks.codec.fory;

/** How large a picture is. */
public enum ImageSize {
    SMALL,
    LARGE
}
