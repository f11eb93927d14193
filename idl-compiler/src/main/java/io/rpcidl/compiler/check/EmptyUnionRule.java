package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;

/** A union has a variant: otherwise nobody could make one. */
final class EmptyUnionRule implements Rule {

    @Override
    public Code code() {
        return Code.EMPTY_UNION;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof UnionDecl union && union.members().isEmpty()) {
                    String message = "the union " + Quote.of(union.name().text()) + " needs a variant";
                    diagnostics.add(Diagnostic.of(Code.EMPTY_UNION, union.name().span(), message));
                }
            }
        }
    }
}
