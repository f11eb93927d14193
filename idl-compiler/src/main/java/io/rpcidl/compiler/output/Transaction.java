package io.rpcidl.compiler.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes files into a folder of their own first and moves them into place when all are there. A disk that is full or a
 * file that can't be written is noticed before anything old is touched.
 */
final class Transaction {

    private final Path root;
    private final Map<String, Path> prepared = new TreeMap<>();
    private @Nullable Path staging;

    Transaction(Path root) {
        this.root = root;
    }

    void prepare(String path, byte[] content) throws IOException {
        Path target = root.resolve(path);
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new DirectoryNotEmptyException(path);
        }
        if (staging == null) {
            staging = Files.createTempDirectory(root, ".rpcidl-new");
        }
        Path file = staging.resolve(Integer.toString(prepared.size()));
        Files.write(file, content);
        prepared.put(path, file);
    }

    void commit() throws IOException {
        for (String path : prepared.keySet()) {
            Path folder = root.resolve(path).getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        }
        for (Map.Entry<String, Path> file : prepared.entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.move(file.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
        }
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
