package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Label;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every struct and union has a value of finite size. Those that don't contain themselves in each of their values, by
 * plain fields or by all variants of a union.
 */
final class InfiniteTypeRule implements Rule {

    @Override
    public Code code() {
        return Code.INFINITE_TYPE;
    }

    @Override
    public void check(Program program, Diagnostics diagnostics) {
        Set<QualifiedName> infinite = new FiniteTypes(program).infinite();
        Set<QualifiedName> done = new HashSet<>();
        for (QualifiedName start : infinite) {
            Map<QualifiedName, Member> path = new LinkedHashMap<>();
            QualifiedName next = start;
            while (!done.contains(next) && !path.containsKey(next)) {
                Member culprit = culprit(next, infinite, program);
                path.put(next, culprit);
                next = target(culprit, program);
            }
            if (path.containsKey(next)) {
                report(next, path, diagnostics, program);
            }
            done.addAll(path.keySet());
        }
    }

    private static void report(
            QualifiedName start, Map<QualifiedName, Member> path, Diagnostics diagnostics, Program program) {
        List<Label> labels = new ArrayList<>();
        QualifiedName next = start;
        do {
            Member culprit = Objects.requireNonNull(path.get(next));
            QualifiedName target = target(culprit, program);
            String message = Quote.of(next.simpleName()) + " contains " + Quote.of(target.simpleName());
            labels.add(new Label(culprit.name().span(), message));
            next = target;
        } while (!next.equals(start));
        String message = Quote.of(start.simpleName()) + " contains itself, so every value of it would be infinite";
        diagnostics.add(Diagnostic.of(
                        Code.INFINITE_TYPE,
                        FiniteTypes.declaration(start, program).name().span(),
                        message)
                .labels(labels)
                .help("make one of these fields optional with `?`, a list, or a variant beside another"));
    }

    /** The first member that keeps a type from being finite. */
    private static Member culprit(QualifiedName name, Set<QualifiedName> infinite, Program program) {
        for (Member member : FiniteTypes.body(name, program).members()) {
            QualifiedName target = FiniteTypes.needed(member, program);
            if (target != null && infinite.contains(target)) {
                return member;
            }
        }
        throw new IllegalStateException("an infinite type without an infinite member: " + name);
    }

    private static QualifiedName target(Member member, Program program) {
        return Objects.requireNonNull(FiniteTypes.needed(member, program));
    }
}
