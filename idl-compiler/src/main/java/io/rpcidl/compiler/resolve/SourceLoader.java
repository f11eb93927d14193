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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads and parses the sources of a compilation and everything that they import, each file once. */
public final class SourceLoader {

    private static final int MAX_FILES = 100_000;

    private final List<Path> sourceRoots;
    private final List<Path> importRoots;
    private final Roots roots;
    private final Diagnostics diagnostics;
    private final Map<String, LoadedFile> loaded = new TreeMap<>();
    private final Deque<FileDecl> unfollowed = new ArrayDeque<>();

    /**
     * Makes a loader for one compilation.
     *
     * @param sourceRoots every source below them is loaded
     * @param importRoots where imports are looked up after the source roots
     */
    public SourceLoader(List<Path> sourceRoots, List<Path> importRoots, Diagnostics diagnostics) {
        this.sourceRoots = List.copyOf(sourceRoots);
        this.importRoots = List.copyOf(importRoots);
        List<Path> all = new ArrayList<>(sourceRoots);
        all.addAll(importRoots);
        this.roots = new Roots(all);
        this.diagnostics = diagnostics;
    }

    /** All files, sorted by path. What can't be read or parsed is among them as unusable. */
    public List<LoadedFile> load() {
        importRoots.forEach(this::isFolder);
        for (Path root : sourceRoots) {
            for (String path : sourcesBelow(root)) {
                addSource(root, path);
            }
        }
        while (!unfollowed.isEmpty()) {
            FileDecl file = unfollowed.remove();
            for (ImportDecl wanted : file.imports()) {
                addImport(wanted);
            }
        }
        return List.copyOf(loaded.values());
    }

    /** Links to folders are not followed, but the root itself may be one. */
    private List<String> sourcesBelow(Path root) {
        if (!isFolder(root)) {
            return List.of();
        }
        try {
            Path real = root.toRealPath();
            try (Stream<Path> files = Files.walk(real)) {
                return files.filter(file -> file.toString().endsWith(".rpcidl"))
                        .filter(file -> !Files.isDirectory(file))
                        .map(file -> slashes(real.relativize(file)))
                        .sorted()
                        .toList();
            }
        } catch (IOException | UncheckedIOException e) {
            report(root, Code.BAD_ROOT, "the root " + Quote.of(slashes(root)) + " can't be listed");
            return List.of();
        }
    }

    private boolean isFolder(Path root) {
        boolean folder = Files.isDirectory(root);
        if (!folder) {
            report(root, Code.BAD_ROOT, "the root " + Quote.of(slashes(root)) + " is not a folder");
        }
        return folder;
    }

    private void addSource(Path root, String path) {
        String location = slashes(root.resolve(path));
        LoadedFile earlier = loaded.get(path);
        if (earlier != null) {
            String other = Quote.of(earlier.file().source().location());
            report(root.resolve(path), Code.SHADOWED_SOURCE, "another source root holds this path too: " + other);
            return;
        }
        Path file = Roots.inside(root, path);
        if (file == null) {
            String message = "the source is no regular file inside its root";
            SourceFile source = report(root.resolve(path), Code.UNREADABLE, message);
            loaded.put(path, new LoadedFile(FileDecl.unusable(source), true));
            return;
        }
        add(path, location, file, true);
    }

    private void addImport(ImportDecl wanted) {
        if (loaded.containsKey(wanted.path())) {
            return;
        }
        Roots.Found found = roots.find(wanted.path());
        if (found == null) {
            diagnostics.add(Diagnostic.of(
                            Code.IMPORT_NOT_FOUND, wanted.span(), "no import root holds " + Quote.of(wanted.path()))
                    .help("an import names a file from an import root on, such as \"shop/orders/v1/orders.rpcidl\""));
            return;
        }
        add(wanted.path(), slashes(found.root().resolve(wanted.path())), found.file(), false);
    }

    private void add(String path, String location, Path file, boolean requested) {
        if (loaded.size() == MAX_FILES) {
            report(file, Code.TOO_MANY_SOURCES, "a compilation has at most 100,000 sources; split it");
        }
        if (loaded.size() >= MAX_FILES) {
            return;
        }
        SourceReader.Outcome read = SourceReader.read(path, location, file);
        Problem problem = read.problem();
        if (problem != null) {
            diagnostics.add(unreadable(problem));
            loaded.put(path, new LoadedFile(FileDecl.unusable(read.file()), requested));
            return;
        }
        FileDecl tree = SourceParser.parse(read.file(), diagnostics);
        loaded.put(path, new LoadedFile(tree, requested));
        unfollowed.add(tree);
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

    private SourceFile report(Path where, Code code, String message) {
        SourceFile source = new SourceFile(slashes(where), slashes(where), "");
        diagnostics.add(Diagnostic.of(code, new Span(source, 0, 0), message));
        return source;
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
