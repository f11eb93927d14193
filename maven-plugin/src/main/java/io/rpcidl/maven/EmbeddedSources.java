package io.rpcidl.maven;

import io.rpcidl.compiler.RpcidlCompiler;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The copies of sources that Maven makes of them as resources. It never deletes a copy, so a source that was deleted would
 * stay in the jar.
 */
final class EmbeddedSources {

    private final Path sources;
    private final Path copies;

    EmbeddedSources(Path sources, Path classes) {
        this.sources = sources;
        this.copies = classes.resolve(ClassPath.FOLDER);
    }

    /** Deletes the copies of sources that are gone; what was edited since, or put there by others, stays. */
    void removeStale(Map<String, String> before, Map<String, String> now) throws IOException {
        for (Map.Entry<String, String> input : before.entrySet()) {
            Path source = Path.of(input.getKey());
            if (now.containsKey(input.getKey()) || !source.startsWith(sources)) {
                continue;
            }
            Path copy = copies.resolve(sources.relativize(source));
            boolean ours = Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                    && RpcidlCompiler.digest(copy).equals(input.getValue());
            if (ours) {
                Files.delete(copy);
                deleteEmpty(copy.getParent());
            }
        }
    }

    private void deleteEmpty(@Nullable Path folder) throws IOException {
        try {
            for (Path step = folder; step != null && step.startsWith(copies); step = step.getParent()) {
                Files.delete(step);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return;
        }
    }
}
