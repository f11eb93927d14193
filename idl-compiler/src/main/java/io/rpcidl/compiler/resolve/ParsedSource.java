package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.syntax.SourceParser;
import java.nio.file.Path;
import java.util.List;

/**
 * A source that was read and parsed by itself, so that many can be at the same time.
 *
 * @param tree what it says, unusable when it could not be read or parsed
 * @param usable whether it could be read in full
 * @param diagnostics what is wrong with it
 */
record ParsedSource(FileDecl tree, boolean usable, List<Diagnostic> diagnostics) {

    static ParsedSource of(Path root, String path) {
        Diagnostics diagnostics = new Diagnostics();
        return of(new SourceFolder(root, diagnostics).read(path), diagnostics);
    }

    static ParsedSource of(Found found) {
        Diagnostics diagnostics = new Diagnostics();
        return of(SourceFolder.read(found, diagnostics), diagnostics);
    }

    private static ParsedSource of(SourceFolder.Source source, Diagnostics diagnostics) {
        FileDecl tree =
                source.usable() ? SourceParser.parse(source.file(), diagnostics) : FileDecl.unusable(source.file());
        return new ParsedSource(tree, source.usable(), diagnostics.sorted());
    }
}
