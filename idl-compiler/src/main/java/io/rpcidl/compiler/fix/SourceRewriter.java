package io.rpcidl.compiler.fix;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.SourceReader;
import io.rpcidl.compiler.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the fixes of diagnostics in the files that they are about. Only sources of the compilation are touched, none
 * through a symbolic link, and each is replaced in one step by a file that was written beside it. A source that has
 * changed since it was read is left alone.
 */
public final class SourceRewriter {

    private final List<Path> sourceRoots;
    private final List<RootedFile> sourceFiles;
    private final TreeSet<Path> written = new TreeSet<>();
    private final Map<String, Diagnostic> problems = new TreeMap<>();

    /**
     * Rewrites the sources below some folders, and single ones, as the compiler knew them when it made the diagnostics.
     *
     * @param sourceRoots everything below them may be rewritten
     * @param sourceFiles may be rewritten too, but nothing else below their roots
     */
    public SourceRewriter(List<Path> sourceRoots, List<RootedFile> sourceFiles) {
        this.sourceRoots = List.copyOf(sourceRoots);
        this.sourceFiles = List.copyOf(sourceFiles);
    }

    /** The files that were changed so far, sorted. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** The sources that have fixes and could not be rewritten, one diagnostic each. */
    public List<Diagnostic> problems() {
        return List.copyOf(problems.values());
    }

    /**
     * Makes the fixes that the diagnostics carry. Whether any source was changed: then there are new diagnostics to be
     * had, and perhaps more to fix.
     */
    public boolean rewrite(List<Diagnostic> diagnostics) {
        Map<SourceFile, List<Fix>> fixes = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.fix() != null) {
                SourceFile file = diagnostic.fix().edits().get(0).span().file();
                fixes.computeIfAbsent(file, key -> new ArrayList<>()).add(diagnostic.fix());
            }
        }
        boolean changed = false;
        for (Map.Entry<SourceFile, List<Fix>> entry : fixes.entrySet()) {
            String text = Fixes.apply(entry.getKey(), entry.getValue());
            changed |= !text.equals(entry.getKey().text()) && rewrite(entry.getKey(), text);
        }
        return changed;
    }

    private boolean rewrite(SourceFile source, String text) {
        Path root = root(source);
        if (root == null || problems.containsKey(source.location())) {
            return false;
        }
        try {
            String problem = replace(root.toRealPath(), source, text.getBytes(StandardCharsets.UTF_8));
            if (problem != null) {
                report(source, problem);
                return false;
            }
        } catch (IOException e) {
            report(source, "the source can't be rewritten; make the file and its folder writable");
            return false;
        }
        written.add(root.resolve(source.path()));
        return true;
    }

    /** The source root that the file was read from, or null when it is an import from elsewhere. */
    private @Nullable Path root(SourceFile source) {
        for (Path root : sourceRoots) {
            if (isBelow(root, source)) {
                return root;
            }
        }
        for (RootedFile file : sourceFiles) {
            if (file.path().equals(source.path()) && isBelow(file.root(), source)) {
                return file.root();
            }
        }
        return null;
    }

    private static boolean isBelow(Path root, SourceFile source) {
        Path file = root.resolve(source.path());
        return file.toString().replace(file.getFileSystem().getSeparator(), "/").equals(source.location());
    }

    /** What keeps the file from being replaced, or null when it was. */
    private static @Nullable String replace(Path root, SourceFile source, byte[] content) throws IOException {
        Path target = root.resolve(source.path());
        for (Path step = target; step != null && !step.equals(root); step = step.getParent()) {
            if (Files.isSymbolicLink(step)) {
                return "the source is reached through a symbolic link; fix it where it lies";
            }
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(target)) {
            return "the source can't be written; make the file writable";
        }
        if (content.length > SourceReader.MAX_BYTES) {
            return "with its fixes the source would be larger than 1 MiB; split it first";
        }
        if (!holds(target, source.text().getBytes(StandardCharsets.UTF_8))) {
            return "the source has changed while it was compiled; try again";
        }
        write(target, content);
        return null;
    }

    private static boolean holds(Path target, byte[] content) throws IOException {
        return Files.size(target) == content.length && Arrays.equals(Files.readAllBytes(target), content);
    }

    private static void write(Path target, byte[] content) throws IOException {
        Path folder = target.getParent();
        Path fresh = Files.createTempFile(folder, ".rpcidl-fix", ".tmp");
        try {
            Files.write(fresh, content);
            copyPermissions(target, fresh);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old != null && fresh != null) {
            fresh.setPermissions(old.readAttributes().permissions());
        }
    }

    private void report(SourceFile source, String message) {
        problems.put(source.location(), Diagnostic.of(Code.SOURCE_REWRITE, new Span(source, 0, 0), message));
    }
}
