package io.rpcidl.benchmarks.codec.plain;

/** Numbers only. */
public record Point(int id, long time, double x, double y) {}
