package io.rpcidl.compiler;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.fix.SourceRewriter;
import io.rpcidl.compiler.format.Difference;
import io.rpcidl.compiler.format.Formatter;
import io.rpcidl.compiler.resolve.SourceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats the sources of a request one by one; a broken one doesn't keep the others from being formatted. */
final class Formatting {

    private Formatting() {}

    static CompileResult rewrite(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        SourceRewriter rewriter = new SourceRewriter(request.sourceRoots());
        for (Path root : request.sourceRoots()) {
            rewriter.rewrite(differences(root, diagnostics));
        }
        rewriter.problems().forEach(diagnostics::add);
        return new CompileResult(diagnostics.sorted(), null, rewriter.written(), List.of());
    }

    static CompileResult check(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        for (Path root : request.sourceRoots()) {
            differences(root, diagnostics).forEach(diagnostics::add);
        }
        return new CompileResult(diagnostics.sorted(), null, List.of(), List.of());
    }

    /** One diagnostic for each source below the root that is not formatted, and what keeps others from being so. */
    private static List<Diagnostic> differences(Path root, Diagnostics diagnostics) {
        List<Diagnostic> differences = new ArrayList<>();
        SourceFolder folder = new SourceFolder(root, diagnostics);
        for (String path : folder.paths()) {
            SourceFolder.Source source = folder.read(path);
            String formatted = source.usable() ? Formatter.format(source.file(), diagnostics) : null;
            if (formatted != null && !formatted.equals(source.file().text())) {
                differences.add(new Difference(source.file(), formatted).diagnostic());
            }
        }
        return differences;
    }
}
