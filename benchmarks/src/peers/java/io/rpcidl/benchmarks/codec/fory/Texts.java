package io.rpcidl.benchmarks.codec.fory;

import java.util.List;

/** Paragraphs. */
public record Texts(List<String> paragraphs) {}
