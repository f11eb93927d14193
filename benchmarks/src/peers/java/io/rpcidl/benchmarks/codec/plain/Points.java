package io.rpcidl.benchmarks.codec.plain;

import java.util.List;

/** A thousand measurements. */
public record Points(List<Point> points) {}
