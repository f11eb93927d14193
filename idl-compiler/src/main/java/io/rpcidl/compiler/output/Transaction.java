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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes files into a folder of their own first and moves them into place when all are there. A disk that is full or a
 * file that can't be written is noticed before anything old is touched, and a file that can't be moved brings back all
 * that was moved before it. Folders that are new are moved as a whole.
 */
final class Transaction {

    private final Path root;
    private final MissingFolders missing;
    /** What moves to where, files and whole folders: by the place where it goes, the place where it waits. */
    private final Map<Path, Path> prepared = new TreeMap<>();

    /** Which of these wait as whole folders, and the folders below them that were made. */
    private final Set<Path> wholes = new HashSet<>();

    private final Set<Path> made = new HashSet<>();
    private @Nullable Path staging;

    Transaction(Path root, MissingFolders missing) {
        this.root = root;
        this.missing = missing;
    }

    /**
     * Writes those of these files whose content changes, on all cores.
     *
     * @param wanted texts by path
     * @return the paths that change, in their order
     */
    List<String> prepare(Map<String, String> wanted) throws IOException {
        Set<String> fresh = new HashSet<>();
        for (String path : wanted.keySet()) {
            if (missing.above(root.resolve(path)) != null) {
                fresh.add(path);
            }
        }
        try {
            List<Map.Entry<String, String>> changed = wanted.entrySet().parallelStream()
                    .filter(file ->
                            fresh.contains(file.getKey()) || !holds(root.resolve(file.getKey()), file.getValue()))
                    .toList();
            Map<String, Path> places = new HashMap<>();
            for (Map.Entry<String, String> file : changed) {
                places.put(file.getKey(), place(root.resolve(file.getKey())));
            }
            changed.parallelStream()
                    .forEach(file -> write(Objects.requireNonNull(places.get(file.getKey())), file.getValue()));
            return changed.stream().map(Map.Entry::getKey).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where a file waits for its turn. */
    private Path place(Path target) throws IOException {
        Path folder = missing.above(target);
        if (folder == null) {
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new DirectoryNotEmptyException(root.relativize(target).toString());
            }
            return waiting(target);
        }
        Path whole = waiting(folder);
        wholes.add(whole);
        Path place = whole.resolve(folder.relativize(target));
        Path parent = place.getParent();
        if (parent != null && made.add(parent)) {
            Files.createDirectories(parent);
        }
        return place;
    }

    private Path waiting(Path target) throws IOException {
        Path place = prepared.get(target);
        if (place == null) {
            if (staging == null) {
                staging = Files.createTempDirectory(root, ".rpcidl-new");
            }
            place = staging.resolve(Integer.toString(prepared.size()));
            prepared.put(target, place);
        }
        return place;
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
        Deque<Map.Entry<Path, Path>> moved = new ArrayDeque<>();
        try {
            for (Map.Entry<Path, Path> each : prepared.entrySet()) {
                boolean whole = wholes.contains(each.getValue());
                if (!whole && Files.exists(each.getKey(), LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(each.getKey(), replaced(each.getValue()));
                }
                moved.push(each);
                Files.move(each.getValue(), each.getKey());
            }
        } catch (IOException e) {
            moved.forEach(each -> restore(each.getKey(), each.getValue(), e));
            throw e;
        }
    }

    /** Puts back what stood in the place of a file; a second failure is added to the first, which is the one to report. */
    private void restore(Path target, Path place, IOException failure) {
        try {
            if (wholes.contains(place)) {
                if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(target, place);
                }
                return;
            }
            Files.deleteIfExists(target);
            if (Files.exists(replaced(place), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(replaced(place), target);
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
