package io.rpcidl.benchmarks.codec.fory;

import java.util.List;

/** The nested message. */
public record MediaContent(Media media, List<Image> images) {}
