package io.rpcidl.compiler.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes files into a folder of their own first and moves them into place when all are there. A disk that is full or a
 * file that can't be written is noticed before anything old is touched, and a file that can't be moved brings back all
 * that was moved before it.
 */
final class Transaction {

    private final Path root;
    private final Map<String, Path> prepared = new TreeMap<>();
    private @Nullable Path staging;

    Transaction(Path root) {
        this.root = root;
    }

    /**
     * Writes those of these files whose content changes, on all cores.
     *
     * @param wanted texts by path
     * @return the paths that change, in their order
     */
    List<String> prepare(Map<String, String> wanted) throws IOException {
        try {
            List<Map.Entry<String, String>> changed = wanted.entrySet().parallelStream()
                    .filter(file -> !holds(root.resolve(file.getKey()), file.getValue()))
                    .toList();
            for (Map.Entry<String, String> file : changed) {
                prepared.put(file.getKey(), place(file.getKey()));
            }
            changed.parallelStream()
                    .forEach(file -> write(Objects.requireNonNull(prepared.get(file.getKey())), file.getValue()));
            return changed.stream().map(Map.Entry::getKey).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where a file waits for its turn. */
    private Path place(String path) throws IOException {
        if (Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new DirectoryNotEmptyException(path);
        }
        if (staging == null) {
            staging = Files.createTempDirectory(root, ".rpcidl-new");
        }
        return staging.resolve(Integer.toString(prepared.size()));
    }

    private static boolean holds(Path target, String text) {
        try {
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return Files.size(target) == content.length && Arrays.equals(Files.readAllBytes(target), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit() throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String path : prepared.keySet()) {
            Path folder = root.resolve(path).getParent();
            if (folder != null && folders.add(folder)) {
                Files.createDirectories(folder);
            }
        }
        Deque<Map.Entry<String, Path>> moved = new ArrayDeque<>();
        try {
            for (Map.Entry<String, Path> file : prepared.entrySet()) {
                Path target = root.resolve(file.getKey());
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(target, replaced(file.getValue()));
                }
                moved.push(file);
                Files.move(file.getValue(), target);
            }
        } catch (IOException e) {
            moved.forEach(file -> restore(root.resolve(file.getKey()), file.getValue(), e));
            throw e;
        }
    }

    /** Puts back what stood in the place of a file; a second failure is added to the first, which is the one to report. */
    private static void restore(Path target, Path file, IOException failure) {
        try {
            Files.deleteIfExists(target);
            if (Files.exists(replaced(file), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(replaced(file), target);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Where the file waits that a new one replaces. */
    private static Path replaced(Path prepared) {
        return prepared.resolveSibling(prepared.getFileName() + ".old");
    }

    void cleanUp() throws IOException {
        if (staging == null) {
            return;
        }
        try (Stream<Path> left = Files.walk(staging)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
