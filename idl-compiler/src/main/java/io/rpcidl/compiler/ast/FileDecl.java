package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole source, as it was written.
 *
 * @param header null when it is missing
 * @param packageDecl null when it is missing
 * @param broken whether it could not be read or parsed in full: then declarations may be missing
 */
public record FileDecl(
        SourceFile source,
        @Nullable HeaderDecl header,
        @Nullable PackageDecl packageDecl,
        List<ImportDecl> imports,
        List<Declaration> declarations,
        boolean broken) {

    public FileDecl {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
    }

    /** A source of which nothing is known. */
    public static FileDecl unusable(SourceFile source) {
        return new FileDecl(source, null, null, List.of(), List.of(), true);
    }

    /** The rpcidl package, empty when it is missing. */
    public String packageName() {
        return packageDecl == null ? "" : packageDecl.name().text();
    }

    /** The very start of the source, for what is missing. */
    public Span start() {
        return new Span(source, 0, 0);
    }
}
