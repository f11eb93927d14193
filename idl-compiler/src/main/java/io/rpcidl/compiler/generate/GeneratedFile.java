package io.rpcidl.compiler.generate;

/**
 * One file that a backend made.
 *
 * @param path relative to the output folder, with {@code /}
 * @param text the whole text, with line feeds only
 */
public record GeneratedFile(String path, String text) {}
