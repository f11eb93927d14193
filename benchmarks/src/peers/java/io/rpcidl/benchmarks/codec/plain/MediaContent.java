package io.rpcidl.benchmarks.codec.plain;

import java.util.List;

/** The nested message. */
public record MediaContent(Media media, List<Image> images) {}
