package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.resolve.Program;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A definition can't take the name of a built-in type: where a type stands, the built-in one would be meant. */
final class BuiltInNameRule implements Rule {

    private static final Set<String> BUILT_IN = new HashSet<>(List.of("list", "set", "map", "stream", "void"));

    static {
        Arrays.stream(Scalar.values()).map(Scalar::keyword).forEach(BUILT_IN::add);
    }

    @Override
    public Code code() {
        return Code.BUILT_IN_NAME;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                Name name = declaration.name();
                if (BUILT_IN.contains(name.text())) {
                    String message = Quote.of(name.text()) + " is a type of the language; give this "
                            + declaration.kind() + " another name";
                    diagnostics.add(Diagnostic.of(Code.BUILT_IN_NAME, name.span(), message));
                }
            }
        }
    }
}
