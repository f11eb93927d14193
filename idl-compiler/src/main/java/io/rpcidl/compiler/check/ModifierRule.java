package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Removal;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method has one modifier at most. */
final class ModifierRule implements Rule {

    @Override
    public Code code() {
        return Code.MODIFIERS;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        for (MethodDecl method : Group.methods(program)) {
            List<Name> modifiers = method.modifiers();
            if (modifiers.size() > 1) {
                diagnostics.add(several(modifiers.get(0), modifiers.get(1)));
            }
        }
    }

    private static Diagnostic several(Name first, Name second) {
        Diagnostic several = Diagnostic.of(Code.MODIFIERS, second.span(), "a method has one modifier at most")
                .label(first.span(), "the first one");
        Name needless = needless(first, second);
        if (needless == null) {
            return several.help("keep the one promise that the method makes");
        }
        Diagnostic fixed = several.fix(
                Fix.remove("remove " + Quote.of(needless.text()), Removal.withBlanksBehind(needless.span())));
        return first.text().equals(second.text()) ? fixed : fixed.help("`readonly` includes `idempotent`");
    }

    /** The one of two that says nothing beside the other, or null when the author must choose. */
    private static @Nullable Name needless(Name first, Name second) {
        if (second.text().equals(first.text())) {
            return second;
        }
        if (first.text().equals("readonly") && second.text().equals("idempotent")) {
            return second;
        }
        return first.text().equals("idempotent") && second.text().equals("readonly") ? first : null;
    }
}
