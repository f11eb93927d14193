package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Suggestions;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import java.util.Map;

/** Reports imports that no root holds, once all others are known. What is missing and what is forbidden look the same. */
final class MissingImports {

    /** Looking for a near path among more than this is slow. */
    private static final int MAX_CANDIDATES = 1_000;

    private final Map<String, LoadedFile> loaded;
    private final Diagnostics diagnostics;

    MissingImports(Map<String, LoadedFile> loaded, Diagnostics diagnostics) {
        this.loaded = loaded;
        this.diagnostics = diagnostics;
    }

    void report(List<ImportDecl> missing) {
        for (int i = 0; i < missing.size(); i++) {
            boolean few = i < Diagnostics.MAX_ERRORS_PER_FILE && loaded.size() <= MAX_CANDIDATES;
            diagnostics.add(few ? suggested(missing.get(i)) : unknown(missing.get(i)));
        }
    }

    private static Diagnostic unknown(ImportDecl wanted) {
        return Diagnostic.of(Code.IMPORT_NOT_FOUND, wanted.span(), "no import root holds " + Quote.of(wanted.path()))
                .help("an import names a file from an import root on, such as \"shop/orders/v1/orders.rpcidl\"");
    }

    /** Of sources in this compilation only, so that nobody learns what else there is. */
    private Diagnostic suggested(ImportDecl wanted) {
        Span quoted = wanted.span();
        Span path = new Span(quoted.file(), quoted.start() + 1, quoted.end() - 1);
        return Suggestions.add(unknown(wanted), path, loaded.keySet(), near -> isHarmless(near, wanted));
    }

    /** Whether importing the file can close no circle and names it as any import could. */
    private boolean isHarmless(String path, ImportDecl wanted) {
        LoadedFile found = loaded.get(path);
        return found != null
                && Roots.isPlain(path)
                && found.file().imports().isEmpty()
                && !found.file().source().equals(wanted.span().file());
    }
}
