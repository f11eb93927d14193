package io.rpcidl.compiler.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folders that imports come from. Nothing outside of them is ever opened, whatever symbolic links say. */
final class Roots {

    /** Plain segments only: no {@code ..}, no drive, no backslash, no percent sign, no absolute path. */
    private static final Pattern IMPORT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

    private static final int MAX_LENGTH = 1024;
    private static final String EXTENSION = ".rpcidl";

    private final List<Path> folders;

    Roots(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** A regular file inside a root. */
    record Found(Path root, Path file) {}

    /** The file for an import path, or null: the reason stays unknown, so that nobody learns what lies outside. */
    @Nullable
    Found find(String path) {
        if (path.length() > MAX_LENGTH || !path.endsWith(EXTENSION) || !isPlain(path)) {
            return null;
        }
        for (Path folder : folders) {
            Path file = inside(folder, path);
            if (file != null) {
                return new Found(folder, file);
            }
        }
        return null;
    }

    /** The real path of a regular file, if it lies in the folder after all symbolic links are followed. */
    static @Nullable Path inside(Path folder, String path) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(path).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private static boolean isPlain(String path) {
        return IMPORT.matcher(path).matches() && !path.contains("..");
    }
}
