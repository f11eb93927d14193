package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** An enum has a value: otherwise nobody could make one. */
final class EmptyEnumRule implements Rule {

    @Override
    public Code code() {
        return Code.EMPTY_ENUM;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof EnumDecl enumeration
                        && enumeration.members().isEmpty()) {
                    String message = "the enum " + Quote.of(enumeration.name().text()) + " needs a value";
                    diagnostics.add(
                            Diagnostic.of(Code.EMPTY_ENUM, enumeration.name().span(), message));
                }
            }
        }
    }
}
