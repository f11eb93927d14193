package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.RootedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders and jars that imports come from. The jars stay open until this is closed. */
final class Roots implements Closeable {

    /** Plain segments only: no {@code ..}, no drive, no backslash, no percent sign, no absolute path. */
    private static final Pattern IMPORT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

    private static final int MAX_LENGTH = 1024;
    private static final String EXTENSION = ".rpcidl";

    private final List<FolderRoot> sources;
    private final List<Root> imports = new ArrayList<>();

    /** Opens all roots and reports import roots that can't be used. */
    Roots(List<Path> sourceRoots, List<RootedFile> sourceFiles, List<Path> importRoots, Diagnostics diagnostics) {
        Stream<Path> rootsOfFiles = sourceFiles.stream().map(RootedFile::root).distinct();
        this.sources = Stream.concat(sourceRoots.stream(), rootsOfFiles)
                .map(FolderRoot::new)
                .toList();
        for (Path root : importRoots) {
            if (Files.isDirectory(root)) {
                imports.add(new FolderRoot(root));
            } else if (Files.isRegularFile(root)) {
                JarRoot jar = JarRoot.open(root, diagnostics);
                if (jar != null) {
                    imports.add(jar);
                }
            } else {
                String message =
                        "the import root " + Quote.of(Locations.slashes(root)) + " is neither a folder nor a jar";
                diagnostics.add(Diagnostic.of(Code.BAD_ROOT, Locations.start(root), message));
            }
        }
    }

    /** What all roots hold for an import path, in their order: first the source roots, then the import roots. */
    List<Found> find(String path) {
        return find(Stream.concat(sources.stream(), imports.stream()), path);
    }

    /** What the import roots hold for the path of a source, in their order. */
    List<Found> findInImportRoots(String path) {
        return find(imports.stream(), path);
    }

    private static List<Found> find(Stream<? extends Root> roots, String path) {
        if (!isPlain(path)) {
            return List.of();
        }
        return roots.map(root -> root.find(path)).filter(Objects::nonNull).toList();
    }

    /** Whether an import can have the path: plain names of sources only, so that it stays below its root. */
    static boolean isPlain(String path) {
        return path.length() <= MAX_LENGTH
                && path.endsWith(EXTENSION)
                && IMPORT.matcher(path).matches()
                && !path.contains("..");
    }

    /** Nothing was written to the jars, so a failure to close one loses nothing. */
    @Override
    public void close() {
        for (Root root : imports) {
            if (root instanceof JarRoot jar) {
                try {
                    jar.close();
                } catch (IOException nothingIsLost) {
                    // it was only read
                }
            }
        }
    }
}
