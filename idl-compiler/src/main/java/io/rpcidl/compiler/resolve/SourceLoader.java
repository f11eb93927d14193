package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.SourceReader;
import io.rpcidl.compiler.source.SourceReader.Problem;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.compiler.syntax.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads and parses the sources of a compilation and everything that they import, each file once. */
public final class SourceLoader {

    private static final int MAX_FILES = 100_000;

    private final List<Path> sourceRoots;
    private final List<Path> importRoots;
    private final Diagnostics diagnostics;
    private final Copies copies;
    private final Map<String, LoadedFile> loaded = new TreeMap<>();
    private final Deque<FileDecl> unfollowed = new ArrayDeque<>();
    private boolean tooMany;
    private final List<ImportDecl> missing = new ArrayList<>();

    /**
     * Makes a loader for one compilation.
     *
     * @param sourceRoots every source below them is loaded
     * @param importRoots folders and jars in which imports are looked up after the source roots
     */
    public SourceLoader(List<Path> sourceRoots, List<Path> importRoots, Diagnostics diagnostics) {
        this.sourceRoots = List.copyOf(sourceRoots);
        this.importRoots = List.copyOf(importRoots);
        this.diagnostics = diagnostics;
        this.copies = new Copies(diagnostics);
    }

    /** All files, sorted by path. What can't be read or parsed is among them as unusable. */
    public List<LoadedFile> load() {
        try (Roots roots = new Roots(sourceRoots, importRoots, diagnostics)) {
            for (Path root : sourceRoots) {
                FolderRoot folder = new FolderRoot(root);
                sourcesBelow(folder).forEach(path -> addSource(folder, path, roots));
            }
            while (!unfollowed.isEmpty()) {
                FileDecl file = unfollowed.remove();
                file.imports().forEach(wanted -> addImport(wanted, roots));
            }
        }
        new MissingImports(loaded, diagnostics).report(missing);
        return List.copyOf(loaded.values());
    }

    private List<String> sourcesBelow(FolderRoot root) {
        String name = Quote.of(Locations.slashes(root.folder()));
        if (!Files.isDirectory(root.folder())) {
            report(root.folder(), Code.BAD_ROOT, "the root " + name + " is not a folder");
            return List.of();
        }
        try {
            return root.list(file -> file.endsWith(".rpcidl"));
        } catch (IOException e) {
            report(root.folder(), Code.BAD_ROOT, "the root " + name + " can't be listed");
            return List.of();
        }
    }

    private void addSource(FolderRoot root, String path, Roots roots) {
        LoadedFile earlier = loaded.get(path);
        if (earlier != null) {
            SourceFile first = earlier.file().source();
            String message = "another source root holds this path too: " + Quote.of(first.location());
            Span where = Locations.start(root.folder().resolve(path));
            diagnostics.add(Diagnostic.of(Code.SHADOWED_SOURCE, where, message)
                    .label(new Span(first, 0, 0), "found first here"));
            return;
        }
        Found found = root.find(path);
        if (found == null) {
            String message = "the source is no regular file inside its root";
            Span where = report(root.folder().resolve(path), Code.UNREADABLE, message);
            loaded.put(path, new LoadedFile(FileDecl.unusable(where.file()), true));
            return;
        }
        SourceFile read = add(found, true);
        if (read != null) {
            copies.compare(read, roots.findInImportRoots(path), null);
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
        SourceFile read = add(found.get(0), false);
        if (read != null) {
            copies.compare(read, found.subList(1, found.size()), wanted.span());
        }
    }

    /** Reads and parses a source; null when it can't be read, which is said. */
    private @Nullable SourceFile add(Found found, boolean requested) {
        if (loaded.size() >= MAX_FILES) {
            if (!tooMany) {
                Span where = new Span(new SourceFile(found.path(), found.location(), ""), 0, 0);
                String message = "a compilation has at most 100,000 sources; split it";
                diagnostics.add(Diagnostic.of(Code.TOO_MANY_SOURCES, where, message));
            }
            tooMany = true;
            return null;
        }
        SourceReader.Outcome read = found.read();
        Problem problem = read.problem();
        if (problem != null) {
            diagnostics.add(unreadable(problem));
            loaded.put(found.path(), new LoadedFile(FileDecl.unusable(read.file()), requested));
            return null;
        }
        FileDecl tree = SourceParser.parse(read.file(), diagnostics);
        loaded.put(found.path(), new LoadedFile(tree, requested));
        unfollowed.add(tree);
        return read.file();
    }

    private static Diagnostic unreadable(Problem problem) {
        return switch (problem.kind()) {
            case UNREADABLE -> Diagnostic.of(Code.UNREADABLE, problem.span(), "the source can't be read");
            case TOO_LARGE ->
                Diagnostic.of(Code.SOURCE_TOO_LARGE, problem.span(), "the source is larger than 1 MiB; split it");
            case NOT_UTF8 ->
                Diagnostic.of(Code.NOT_UTF8, problem.span(), "the source is not UTF-8 from here on; save it as UTF-8");
            case BYTE_ORDER_MARK ->
                Diagnostic.of(
                                Code.BYTE_ORDER_MARK,
                                problem.span(),
                                "the source starts with a byte order mark; save it without one")
                        .fix(Fix.remove("remove the byte order mark", problem.span()));
            case NUL ->
                Diagnostic.of(Code.NUL_CHARACTER, problem.span(), "the source holds a NUL character; remove it");
        };
    }

    private Span report(Path where, Code code, String message) {
        Span start = Locations.start(where);
        diagnostics.add(Diagnostic.of(code, start, message));
        return start;
    }
}
