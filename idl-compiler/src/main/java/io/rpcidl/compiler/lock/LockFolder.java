package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.InputDigests;
import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.SourceReader;
import io.rpcidl.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lock files below source roots, and those beside single sources. */
public final class LockFolder {

    private static final int MAX_BYTES = InputDigests.MAX_LOCK_BYTES;
    private static final String SUFFIX = ".rpcidl" + Lock.EXTENSION;

    private final List<Path> roots;
    private final List<RootedFile> files;
    private final Diagnostics diagnostics;

    /** The lock files below these folders and beside these sources. */
    public LockFolder(List<Path> roots, List<RootedFile> files, Diagnostics diagnostics) {
        this.roots = List.copyOf(roots);
        this.files = List.copyOf(files);
        this.diagnostics = diagnostics;
    }

    /** All locks, or null when one of them can't be read: then it is reported why. */
    public @Nullable Locks read() {
        List<Lock> locks = new ArrayList<>();
        Map<String, RootedFile> found = new TreeMap<>();
        roots.forEach(root -> list(root).forEach(path -> found.putIfAbsent(path, new RootedFile(root, path))));
        for (RootedFile file : files) {
            String path = file.path() + Lock.EXTENSION;
            if (Files.isRegularFile(file.root().resolve(path))) {
                found.putIfAbsent(path, new RootedFile(file.root(), path));
            }
        }
        boolean sound = true;
        for (RootedFile file : found.values()) {
            Lock lock = read(file.root(), file.path());
            sound &= lock != null;
            if (lock != null) {
                locks.add(lock);
            }
        }
        return sound ? Locks.of(locks, diagnostics) : null;
    }

    /** The paths of lock files below a folder; links to folders are not followed. What is no folder has none. */
    private List<String> list(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try {
            Path real = root.toRealPath();
            try (Stream<Path> all = Files.walk(real)) {
                return all.filter(file -> file.toString().endsWith(SUFFIX))
                        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> slashes(real.relativize(file)))
                        .sorted()
                        .toList();
            }
        } catch (IOException | UncheckedIOException e) {
            report(Code.LOCK_FORMAT, root, "the folder " + Quote.of(slashes(root)) + " can't be listed for lock files");
            return List.of();
        }
    }

    private @Nullable Lock read(Path root, String path) {
        Path file = root.resolve(path);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            report(Code.LOCK_FORMAT, file, "the lock file can't be read");
            return null;
        }
        if (bytes.length > MAX_BYTES) {
            report(Code.LOCK_FORMAT, file, "the lock file is larger than 16 MiB");
            return null;
        }
        SourceReader.Outcome outcome = SourceReader.decode(path, slashes(file), bytes);
        SourceReader.Problem problem = outcome.problem();
        if (problem != null) {
            diagnostics.add(
                    Diagnostic.of(Code.LOCK_FORMAT, problem.span(), "the lock file is no plain UTF-8 from here on"));
            return null;
        }
        return LockParser.parse(outcome.file(), diagnostics);
    }

    /**
     * Writes the locks whose text changed, each beside its source and each in one step. All are prepared before the first one
     * is put in its place.
     *
     * @param locks by the path of their source
     * @param before what was read
     * @return the files that were written, sorted
     */
    public List<Path> write(Map<String, Lock> locks, Locks before) {
        Map<Path, Path> prepared = new TreeMap<>();
        List<Path> written = new ArrayList<>();
        try {
            for (Lock lock : locks.values()) {
                String text = lock.text();
                Path target = target(lock.path());
                if (target != null && Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                    report(Code.LOCK_WRITE, target, "a folder has the name of the lock file; move it away");
                    return List.of();
                }
                if (target != null && !text.equals(before.text(lock.path()))) {
                    Path fresh = Files.createTempFile(target.getParent(), ".rpcidl-lock", ".new");
                    prepared.put(target, fresh);
                    Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
                }
            }
            for (Map.Entry<Path, Path> file : prepared.entrySet()) {
                Files.move(file.getValue(), file.getKey(), StandardCopyOption.REPLACE_EXISTING);
                written.add(file.getKey());
            }
        } catch (IOException e) {
            String place = prepared.isEmpty() ? "" : " at " + Quote.of(slashes(last(prepared)));
            report(
                    Code.LOCK_WRITE,
                    prepared.isEmpty() ? Path.of("") : last(prepared),
                    "lock files can't be written" + place + ": " + reason(e));
        } finally {
            prepared.values().forEach(LockFolder::delete);
        }
        return written;
    }

    private static Path last(Map<Path, Path> prepared) {
        Path last = Path.of("");
        for (Path path : prepared.keySet()) {
            last = path;
        }
        return last;
    }

    /** Where the lock of a source goes: beside it, in the first root that holds it. */
    private @Nullable Path target(String path) {
        for (Path root : roots) {
            if (Files.isRegularFile(root.resolve(path))) {
                return root.resolve(path + Lock.EXTENSION);
            }
        }
        for (RootedFile file : files) {
            if (file.path().equals(path)) {
                return file.root().resolve(path + Lock.EXTENSION);
            }
        }
        return null;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is a file of ours that nobody reads: better left than hiding the first problem
            return;
        }
    }

    private void report(Code code, Path where, String message) {
        SourceFile place = new SourceFile(slashes(where), slashes(where), "");
        diagnostics.add(Diagnostic.of(code, new Span(place, 0, 0), message));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return Quote.of(message == null ? e.getClass().getSimpleName() : message);
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
