package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;

/** A method has one modifier at most. */
final class ModifierRule implements Rule {

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (MethodDecl method : Group.methods(program)) {
            List<Name> modifiers = method.modifiers();
            if (modifiers.size() > 1) {
                Name second = modifiers.get(1);
                String message = "a method has one modifier; remove " + Quote.of(second.text());
                diagnostics.add(Diagnostic.of(Code.MODIFIERS, second.span(), message)
                        .label(modifiers.get(0).span(), "the first one")
                        .help("`readonly` includes `idempotent`"));
            }
        }
    }
}
