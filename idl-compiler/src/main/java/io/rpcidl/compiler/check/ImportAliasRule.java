package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** The alias of an import is neither that of another import nor the name of a definition in the same file. */
final class ImportAliasRule implements Rule {

    @Override
    public Code code() {
        return Code.DUPLICATE_ALIAS;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            Map<String, Name> aliases = new HashMap<>();
            for (ImportDecl wanted : file.imports()) {
                clash(aliases, wanted.alias(), "another import has the alias ", diagnostics);
            }
            for (Declaration declaration : file.declarations()) {
                Name alias = aliases.get(declaration.name().text());
                if (alias != null) {
                    String message = "an import has the alias " + Quote.of(alias.text());
                    diagnostics.add(Diagnostic.of(
                                    Code.DUPLICATE_ALIAS, declaration.name().span(), message)
                            .label(alias.span(), "imported here"));
                }
            }
        }
    }

    private static void clash(Map<String, Name> names, Name name, String message, Diagnostics diagnostics) {
        Name earlier = names.putIfAbsent(name.text(), name);
        if (earlier != null) {
            diagnostics.add(Diagnostic.of(Code.DUPLICATE_ALIAS, name.span(), message + Quote.of(name.text()))
                    .label(earlier.span(), "first used here"));
        }
    }
}
