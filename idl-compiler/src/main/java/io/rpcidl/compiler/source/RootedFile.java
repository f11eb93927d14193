package io.rpcidl.compiler.source;

import java.nio.file.Path;

/**
 * A source that was named by itself, seen from its root.
 *
 * @param root the folder in which its package starts
 * @param path of the source below the root, with {@code /}
 */
public record RootedFile(Path root, String path) {}
