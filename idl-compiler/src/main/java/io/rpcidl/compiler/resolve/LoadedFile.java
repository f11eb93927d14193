package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.FileDecl;

/**
 * A source of the compilation.
 *
 * @param requested whether it lies below a source root, or was only imported
 */
public record LoadedFile(FileDecl file, boolean requested) {}
