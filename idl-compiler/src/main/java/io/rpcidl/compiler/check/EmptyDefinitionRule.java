package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** An enum has a value and a union a variant: otherwise nobody could make one. */
final class EmptyDefinitionRule implements Rule {

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                String name = Quote.of(declaration.name().text());
                if (declaration instanceof EnumDecl enumeration
                        && enumeration.members().isEmpty()) {
                    diagnostics.add(Diagnostic.of(
                            Code.EMPTY_ENUM, declaration.name().span(), "the enum " + name + " needs a value"));
                } else if (declaration instanceof UnionDecl union
                        && union.members().isEmpty()) {
                    diagnostics.add(Diagnostic.of(
                            Code.EMPTY_UNION, declaration.name().span(), "the union " + name + " needs a variant"));
                }
            }
        }
    }
}
