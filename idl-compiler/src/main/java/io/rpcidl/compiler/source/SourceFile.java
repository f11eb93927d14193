package io.rpcidl.compiler.source;

/**
 * The text of one source file.
 *
 * @param path the path below its import root, with {@code /}
 * @param location how the user knows it, for messages: the path as given or found
 * @param text the whole text
 */
public record SourceFile(String path, String location, String text) {}
