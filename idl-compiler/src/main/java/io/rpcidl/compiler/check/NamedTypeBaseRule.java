package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Program;

/** A named type gives a name to a scalar. */
final class NamedTypeBaseRule implements Rule {

    @Override
    public Code code() {
        return Code.NAMED_TYPE_BASE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                Type base = declaration instanceof NamedTypeDecl named ? program.type(named.base()) : null;
                if (declaration instanceof NamedTypeDecl named && base != null && !(base instanceof Type.Of)) {
                    String message = "a named type is based on a built-in scalar type, such as `uuid`";
                    Diagnostic wrong = Diagnostic.of(
                                    Code.NAMED_TYPE_BASE, named.base().span(), message)
                            .help("for anything else define a struct with one field");
                    Declaration other = program.declaration(base);
                    diagnostics.add(
                            other == null ? wrong : wrong.label(other.name().span(), "defined here"));
                }
            }
        }
    }
}
