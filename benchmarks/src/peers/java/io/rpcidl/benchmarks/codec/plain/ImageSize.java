package io.rpcidl.benchmarks.codec.plain;

/** How large a picture is. */
public enum ImageSize {
    SMALL,
    LARGE
}
