package io.rpcidl.compiler.output;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder that generated files are written to. It belongs to the compiler only as far as its manifest
 * {@value Manifest#NAME} says; files of others are never deleted.
 */
public final class OutputFolder {

    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_$-][A-Za-z0-9_.$-]*(/[A-Za-z0-9_$-][A-Za-z0-9_.$-]*)*");

    /** Far more than names and packages come to; what is longer is in a forged manifest. */
    private static final int MAX_LENGTH = 1024;

    private final Path folder;
    private final Diagnostics diagnostics;

    /** The folder need not exist yet. */
    public OutputFolder(Path folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    /**
     * What was done.
     *
     * @param written files whose content changed, sorted
     * @param deleted files of an earlier run that are no longer generated, sorted
     */
    public record Changes(List<Path> written, List<Path> deleted) {
        /** Nothing was touched. */
        static final Changes NONE = new Changes(List.of(), List.of());
    }

    /** Makes the folder hold exactly these files beside those of others; a problem is reported and changes nothing. */
    public Changes replace(List<GeneratedFile> files) {
        Map<String, String> wanted = new TreeMap<>();
        for (GeneratedFile file : files) {
            if (!isPlain(file.path()) || file.path().equals(Manifest.NAME)) {
                report(Code.OUTPUT_PATH, "the generated path " + Quote.of(file.path()) + " leaves the output folder");
            } else if (wanted.put(file.path(), file.text()) != null) {
                report(Code.OUTPUT_CLASH, "two generated files have the path " + Quote.of(file.path()));
            }
        }
        if (diagnostics.hasErrors()) {
            return Changes.NONE;
        }
        try {
            return write(wanted);
        } catch (IOException e) {
            report(Code.OUTPUT, "the output folder " + Quote.of(folder.toString()) + " can't be written: " + reason(e));
            return Changes.NONE;
        }
    }

    /** The files that the manifest of a folder names and that exist, sorted. */
    public static List<Path> owned(Path folder) {
        try {
            return Manifest.read(folder).paths().stream()
                    .filter(OutputFolder::isPlain)
                    .sorted()
                    .map(folder::resolve)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Changes write(Map<String, String> wanted) throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        MissingFolders missing = new MissingFolders(root);
        Set<Path> inside = new HashSet<>(Set.of(root));
        for (String path : wanted.keySet()) {
            Path target = root.resolve(path);
            Path fresh = missing.above(target);
            if (!staysInside(inside, fresh == null ? target : fresh)) {
                report(Code.OUTPUT_PATH, "a link leads out of the output folder at " + Quote.of(path));
                return Changes.NONE;
            }
        }
        List<String> stale = stale(root, wanted.keySet());
        Transaction transaction = new Transaction(root, missing);
        List<String> changed;
        try {
            changed = transaction.prepare(wanted);
            transaction.prepare(Map.of(Manifest.NAME, new Manifest(List.copyOf(wanted.keySet())).text()));
            transaction.commit();
        } finally {
            transaction.cleanUp();
        }
        for (String path : stale) {
            Files.deleteIfExists(root.resolve(path));
            deleteEmptyParents(root, root.resolve(path).getParent());
        }
        return new Changes(located(changed), located(stale));
    }

    /** What an earlier run wrote and this one doesn't; a manifest that names anything else is not believed. */
    private static List<String> stale(Path root, Set<String> wanted) throws IOException {
        Set<Path> inside = new HashSet<>(Set.of(root));
        return Manifest.read(root).paths().stream()
                .filter(path -> !wanted.contains(path) && isPlain(path) && staysInside(inside, root.resolve(path)))
                .filter(path -> Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private List<Path> located(Collection<String> paths) {
        return paths.stream().sorted().map(folder::resolve).toList();
    }

    private static boolean isPlain(String path) {
        return path.length() <= MAX_LENGTH && PATH.matcher(path).matches() && !path.contains("..");
    }

    /**
     * Whether no existing folder or file on the way is a link to elsewhere.
     *
     * @param inside what is known to be none, at least the root; it grows
     */
    private static boolean staysInside(Set<Path> inside, Path target) {
        if (inside.contains(target)) {
            return true;
        }
        Path parent = target.getParent();
        boolean stays = !Files.isSymbolicLink(target) && parent != null && staysInside(inside, parent);
        if (stays) {
            inside.add(target);
        }
        return stays;
    }

    private static void deleteEmptyParents(Path root, @Nullable Path start) throws IOException {
        for (Path step = start; step != null && !step.equals(root); step = step.getParent()) {
            try (var children = Files.newDirectoryStream(step)) {
                if (children.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(step);
        }
    }

    private void report(Code code, String message) {
        SourceFile place = new SourceFile(folder.toString(), folder.toString(), "");
        diagnostics.add(Diagnostic.of(code, new Span(place, 0, 0), message));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return Quote.of(message == null ? e.getClass().getSimpleName() : message);
    }
}
