package io.rpcidl.compiler.resolve;

import org.jspecify.annotations.Nullable;

/** A place that imports come from. Nothing outside of it is ever opened. */
sealed interface Root permits FolderRoot, JarRoot {

    /**
     * The source that a path of plain segments names, or null: the reason stays unknown, so that nobody learns what lies
     * outside.
     */
    @Nullable
    Found find(String path);
}
