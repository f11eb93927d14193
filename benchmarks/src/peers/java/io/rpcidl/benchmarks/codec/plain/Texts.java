package io.rpcidl.benchmarks.codec.plain;

import java.util.List;

/** Paragraphs. */
public record Texts(List<String> paragraphs) {}
