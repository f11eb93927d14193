package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.SourceReader;
import io.rpcidl.compiler.source.SourceReader.Problem;
import io.rpcidl.compiler.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source root: lists and reads the sources below it, and reports what is wrong with it or with them. */
public final class SourceFolder {

    private final FolderRoot root;
    private final Diagnostics diagnostics;

    /** The folder need not exist; if it doesn't, that is reported when it is listed. */
    public SourceFolder(Path folder, Diagnostics diagnostics) {
        this.root = new FolderRoot(folder);
        this.diagnostics = diagnostics;
    }

    /**
     * A source as far as it could be read.
     *
     * @param usable whether it could be read in full; if not, why has been reported
     */
    public record Source(SourceFile file, boolean usable) {}

    /** The paths of the sources below the folder, sorted. Links to folders are not followed, but the folder may be one. */
    public List<String> paths() {
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

    /** Reads a source below the folder; one that lies elsewhere, after links are followed, is not opened. */
    public Source read(String path) {
        Found found = root.find(path);
        if (found == null) {
            String message = "the source is no regular file inside its root";
            diagnostics.add(Diagnostic.of(Code.UNREADABLE, start(path), message));
            return new Source(start(path).file(), false);
        }
        return read(found, diagnostics);
    }

    /** Reads what a root holds. */
    static Source read(Found found, Diagnostics diagnostics) {
        SourceReader.Outcome read = found.read();
        Problem problem = read.problem();
        if (problem != null) {
            diagnostics.add(unreadable(problem));
        }
        return new Source(read.file(), problem == null);
    }

    /** The very start of a source below the folder. */
    Span start(String path) {
        return Locations.start(root.folder().resolve(path));
    }

    private void report(Path where, Code code, String message) {
        diagnostics.add(Diagnostic.of(code, Locations.start(where), message));
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
}
