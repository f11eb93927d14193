package io.rpcidl.compiler;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.fix.SourceRewriter;
import io.rpcidl.compiler.format.Difference;
import io.rpcidl.compiler.format.Formatter;
import io.rpcidl.compiler.resolve.SingleSources;
import io.rpcidl.compiler.resolve.SourceFolder;
import io.rpcidl.compiler.source.RootedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats the sources of a request one by one; a broken one doesn't keep the others from being formatted. */
final class Formatting {

    private Formatting() {}

    static CompileResult rewrite(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        SourceRewriter rewriter = new SourceRewriter(request.sourceRoots(), files);
        rewriter.rewrite(differences(request.sourceRoots(), files, diagnostics));
        rewriter.problems().forEach(diagnostics::add);
        return new CompileResult(diagnostics.sorted(), null, rewriter.written(), List.of());
    }

    static CompileResult check(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        differences(request.sourceRoots(), files, diagnostics).forEach(diagnostics::add);
        return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
    }

    /** One diagnostic for each source that is not formatted, and what keeps others from being so. */
    private static List<Diagnostic> differences(
            List<Path> sourceRoots, List<RootedFile> sourceFiles, Diagnostics diagnostics) {
        List<Diagnostic> differences = new ArrayList<>();
        for (Path root : sourceRoots) {
            SourceFolder folder = new SourceFolder(root, diagnostics);
            folder.paths().forEach(path -> compare(folder.read(path), differences, diagnostics));
        }
        for (RootedFile file : sourceFiles) {
            SourceFolder folder = new SourceFolder(file.root(), diagnostics);
            compare(folder.read(file.path()), differences, diagnostics);
        }
        return differences;
    }

    private static void compare(SourceFolder.Source source, List<Diagnostic> differences, Diagnostics diagnostics) {
        String formatted = source.usable() ? Formatter.format(source.file(), diagnostics) : null;
        if (formatted != null && !formatted.equals(source.file().text())) {
            differences.add(new Difference(source.file(), formatted).diagnostic());
        }
    }
}
