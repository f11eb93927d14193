package io.rpcidl.compiler.resolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with sources, whatever symbolic links inside of it say. */
record FolderRoot(Path folder) implements Root {

    @Override
    public @Nullable Found find(String path) {
        try {
            if (!Files.isRegularFile(folder.resolve(path))) {
                return null;
            }
            Path root = folder.toRealPath();
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root)) {
                return null;
            }
            return new Found(path, location(path), () -> Files.newInputStream(file));
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** How messages name what has this path, whether it exists or not. */
    String location(String path) {
        return Locations.slashes(folder.resolve(path));
    }

    /** The paths of all files with a wanted name, sorted. Links to folders are not followed, but the root may be one. */
    List<String> list(Predicate<String> wanted) throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(real)) {
            return files.filter(file -> wanted.test(file.toString()))
                    .filter(file -> !Files.isDirectory(file))
                    .map(file -> Locations.slashes(real.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
