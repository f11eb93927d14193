package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.nio.file.Path;

/** How messages name folders, jars and files, on every platform alike. */
final class Locations {

    private Locations() {}

    /** The path with {@code /} between its names. */
    static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The place of a message that is about a path as a whole. */
    static Span start(Path path) {
        return new Span(new SourceFile(slashes(path), slashes(path), ""), 0, 0);
    }
}
