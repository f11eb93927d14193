package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads and parses the sources of a compilation and everything that they import, each file once. */
public final class SourceLoader {

    /** The most sources of a compilation, imports among them. */
    public static final int MAX_FILES = 100_000;

    private final List<Path> sourceRoots;
    private final List<RootedFile> sourceFiles;
    private final List<Path> importRoots;
    private final Diagnostics diagnostics;
    private final Copies copies;
    private final Map<String, LoadedFile> loaded = new TreeMap<>();
    private final Deque<FileDecl> unfollowed = new ArrayDeque<>();
    private final int maxFiles;
    private boolean tooMany;
    private final List<ImportDecl> missing = new ArrayList<>();

    /**
     * Makes a loader for one compilation.
     *
     * @param sourceRoots every source below them is loaded
     * @param sourceFiles single sources that are loaded too
     * @param importRoots folders and jars in which imports are looked up after the source roots and the roots of files
     * @param maxFiles how many files are read at most, {@link #MAX_FILES} but in tests
     */
    public SourceLoader(
            List<Path> sourceRoots,
            List<RootedFile> sourceFiles,
            List<Path> importRoots,
            Diagnostics diagnostics,
            int maxFiles) {
        this.sourceRoots = List.copyOf(sourceRoots);
        this.sourceFiles = List.copyOf(sourceFiles);
        this.importRoots = List.copyOf(importRoots);
        this.diagnostics = diagnostics;
        this.copies = new Copies(diagnostics);
        this.maxFiles = maxFiles;
    }

    /** All files, sorted by path. What can't be read or parsed is among them as unusable. */
    public List<LoadedFile> load() {
        try (Roots roots = new Roots(sourceRoots, sourceFiles, importRoots, diagnostics)) {
            for (Path root : sourceRoots) {
                SourceFolder folder = new SourceFolder(root, diagnostics);
                addSources(root, folder.paths(), roots);
            }
            for (RootedFile source : sourceFiles) {
                addSources(source.root(), List.of(source.path()), roots);
            }
            while (!unfollowed.isEmpty()) {
                FileDecl file = unfollowed.remove();
                file.imports().forEach(wanted -> addImport(wanted, roots));
            }
        }
        new MissingImports(loaded, diagnostics).report(missing);
        return List.copyOf(loaded.values());
    }

    /** Reads and parses on all cores, no more files than may be loaded, and adds in the order of the paths. */
    private void addSources(Path root, List<String> paths, Roots roots) {
        List<ParsedSource> parsed = paths.parallelStream()
                .limit(maxFiles)
                .map(path -> ParsedSource.of(root, path))
                .toList();
        for (int i = 0; i < paths.size(); i++) {
            addSource(root, paths.get(i), i < maxFiles ? parsed.get(i) : null, roots);
        }
    }

    private void addSource(Path root, String path, @Nullable ParsedSource source, Roots roots) {
        LoadedFile earlier = loaded.get(path);
        if (earlier != null) {
            SourceFile first = earlier.file().source();
            String message = "another source root holds this path too: " + Quote.of(first.location());
            Span start = new SourceFolder(root, diagnostics).start(path);
            diagnostics.add(Diagnostic.of(Code.SHADOWED_SOURCE, start, message)
                    .label(new Span(first, 0, 0), "found first here"));
        } else if (source != null && hasRoom(path)) {
            SourceFile read = add(path, source, true);
            if (read != null) {
                copies.compare(read, roots.findInImportRoots(path), null);
            }
        } else {
            hasRoom(path);
        }
    }

    private void addImport(ImportDecl wanted, Roots roots) {
        if (loaded.containsKey(wanted.path())) {
            return;
        }
        List<Found> found = roots.find(wanted.path());
        if (found.isEmpty()) {
            missing.add(wanted);
            return;
        }
        if (hasRoom(wanted.path())) {
            SourceFile read = add(wanted.path(), ParsedSource.of(found.get(0)), false);
            if (read != null) {
                copies.compare(read, found.subList(1, found.size()), wanted.span());
            }
        }
    }

    private boolean hasRoom(String path) {
        if (loaded.size() < maxFiles) {
            return true;
        }
        if (!tooMany) {
            Span where = new Span(new SourceFile(path, path, ""), 0, 0);
            String message = String.format(Locale.ROOT, "a compilation has at most %,d sources; split it", maxFiles);
            diagnostics.add(Diagnostic.of(Code.TOO_MANY_SOURCES, where, message));
        }
        tooMany = true;
        return false;
    }

    /** Adds a source with what is wrong with it; null when it could not be read. */
    private @Nullable SourceFile add(String path, ParsedSource source, boolean requested) {
        source.diagnostics().forEach(diagnostics::add);
        loaded.put(path, new LoadedFile(source.tree(), requested));
        if (!source.usable()) {
            return null;
        }
        unfollowed.add(source.tree());
        return source.tree().source();
    }
}
