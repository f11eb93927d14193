package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.LiteralExpression.NameLiteral;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Label;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves constants, which can be defined by other constants. A chain of them is followed without recursion. */
final class ConstantResolver {

    private final Program program;
    private final LiteralResolver literals;
    private final Map<String, Scope> scopes;
    private final Diagnostics diagnostics;
    private final Set<Declaration> done = identities();

    ConstantResolver(Program program, LiteralResolver literals, Map<String, Scope> scopes, Diagnostics diagnostics) {
        this.program = program;
        this.literals = literals;
        this.scopes = scopes;
        this.diagnostics = diagnostics;
    }

    /** The value of a constant, or null when it has none. */
    @Nullable
    Literal value(Declared constant) {
        if (!done.contains(constant.declaration())) {
            resolve(constant);
        }
        return program.literal(((ConstantDecl) constant.declaration()).value());
    }

    private void resolve(Declared start) {
        List<Declared> chain = new ArrayList<>();
        Set<Declaration> open = identities();
        Declared next = start;
        while (next != null && !done.contains(next.declaration())) {
            if (!open.add(next.declaration())) {
                reportCycle(chain.subList(chain.indexOf(next), chain.size()));
                done.addAll(open);
                return;
            }
            chain.add(next);
            next = needed(next);
        }
        for (int i = chain.size() - 1; i >= 0; i--) {
            resolveOne(chain.get(i));
        }
    }

    private void resolveOne(Declared constant) {
        done.add(constant.declaration());
        ConstantDecl declaration = (ConstantDecl) constant.declaration();
        Type type = program.type(declaration.type());
        if (type != null && LiteralForms.exist(type, program)) {
            literals.resolve(declaration.value(), type, scope(constant));
        }
    }

    /** The one constant that this one needs, or null. */
    private @Nullable Declared needed(Declared constant) {
        boolean named = ((ConstantDecl) constant.declaration()).value() instanceof NameLiteral;
        if (!named) {
            return null;
        }
        NameLiteral name = (NameLiteral) ((ConstantDecl) constant.declaration()).value();
        return scope(constant).find(name.name().parts()) instanceof Scope.Lookup.Found found
                        && found.declared().declaration() instanceof ConstantDecl
                ? found.declared()
                : null;
    }

    private Scope scope(Declared constant) {
        return Objects.requireNonNull(scopes.get(constant.file().source().path()));
    }

    /** A declaration is itself and no other, and comparing them by content would read them all. */
    private static Set<Declaration> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void reportCycle(List<Declared> cycle) {
        List<Label> labels = new ArrayList<>();
        for (Declared constant : cycle.subList(1, cycle.size())) {
            String name = Quote.of(constant.declaration().name().text());
            labels.add(new Label(constant.declaration().name().span(), "which needs " + name));
        }
        ConstantDecl first = (ConstantDecl) cycle.get(0).declaration();
        String message = "the constant " + Quote.of(first.name().text()) + " needs its own value";
        diagnostics.add(Diagnostic.of(Code.CONSTANT_CYCLE, first.name().span(), message)
                .labels(labels)
                .help("give one of them a literal value"));
    }
}
