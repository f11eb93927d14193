package io.rpcidl.benchmarks.codec.plain;

/** Numbers and a string. */
public record Small(int first, int second, long third, String text, boolean flag) {}
