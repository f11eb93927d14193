package io.rpcidl.compiler.resolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with sources, whatever symbolic links inside of it say. */
final class FolderRoot implements Root {

    private final Path folder;
    private @Nullable Path real;

    FolderRoot(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    @Override
    public @Nullable Found find(String path) {
        try {
            Path named = real().resolve(path);
            if (!Files.isRegularFile(named)) {
                return null;
            }
            Path file = named.toRealPath();
            return file.startsWith(real()) ? new Found(path, location(path), () -> Files.newInputStream(file)) : null;
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
        Path root = real();
        try (Stream<Path> files = Files.find(
                root,
                Integer.MAX_VALUE,
                (file, attributes) -> wanted.test(file.toString()) && !isFolder(file, attributes))) {
            return files.map(file -> Locations.slashes(root.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isFolder(Path file, BasicFileAttributes attributes) {
        return attributes.isDirectory() || (attributes.isSymbolicLink() && Files.isDirectory(file));
    }

    /** The folder behind all links, which is looked up once. */
    private Path real() throws IOException {
        Path known = real;
        if (known == null) {
            known = folder.toRealPath();
            real = known;
        }
        return known;
    }
}
