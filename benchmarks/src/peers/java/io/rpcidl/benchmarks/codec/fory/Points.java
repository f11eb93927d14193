package io.rpcidl.benchmarks.codec.fory;

import java.util.List;

/** A thousand measurements. */
public record Points(List<Point> points) {}
