package io.rpcidl.benchmarks.codec.fory;

/** Numbers only. */
public record Point(int id, long time, double x, double y) {}
