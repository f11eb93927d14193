package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.resolve.Program;
import java.util.HashMap;
import java.util.Map;

/** A package defines each name once, over all its files. */
final class DuplicateDefinitionRule implements Rule {

    @Override
    public Code code() {
        return Code.DUPLICATE_DEFINITION;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        Map<QualifiedName, Name> first = new HashMap<>();
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                Name name = declaration.name();
                Name earlier = first.putIfAbsent(new QualifiedName(file.packageName(), name.text()), name);
                if (earlier != null) {
                    String message = "the package already defines " + Quote.of(name.text());
                    diagnostics.add(Diagnostic.of(Code.DUPLICATE_DEFINITION, name.span(), message)
                            .label(earlier.span(), "first defined here"));
                }
            }
        }
    }
}
