package io.rpcidl.benchmarks.codec.plain;

/** A picture of a recording; the title may be null. */
public record Image(String uri, String title, int width, int height, ImageSize size) {}
