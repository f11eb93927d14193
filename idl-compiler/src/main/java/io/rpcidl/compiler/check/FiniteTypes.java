package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.StructDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Declared;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the structs and unions that have a value of finite size: a struct when all plain fields have, a union when one
 * variant has. It starts from those that need nothing and goes on to those that need them, each member once.
 */
final class FiniteTypes {

    private final Program program;
    private final Set<QualifiedName> unknown = new LinkedHashSet<>();
    private final Map<QualifiedName, Integer> missing = new HashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> users = new HashMap<>();
    private final Deque<QualifiedName> finite = new ArrayDeque<>();

    FiniteTypes(Program program) {
        this.program = program;
    }

    /** The structs and unions without a finite value, in the order of declaration. */
    Set<QualifiedName> infinite() {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof StructDecl || declaration instanceof UnionDecl) {
                    enter(new Declared(file, declaration).name());
                }
            }
        }
        while (!finite.isEmpty()) {
            QualifiedName name = finite.remove();
            if (unknown.remove(name)) {
                users.getOrDefault(name, List.of()).forEach(this::oneLessMissing);
            }
        }
        return unknown;
    }

    private void enter(QualifiedName name) {
        if (!unknown.add(name)) {
            return;
        }
        List<? extends Member> members = body(name, program).members();
        List<QualifiedName> needed = members.stream()
                .map(member -> needed(member, program))
                .filter(Objects::nonNull)
                .toList();
        boolean union = declaration(name, program) instanceof UnionDecl;
        boolean free = union && (needed.size() < members.size() || members.isEmpty());
        if (free || needed.isEmpty()) {
            finite.add(name);
            return;
        }
        missing.put(name, union ? 1 : needed.size());
        needed.forEach(
                other -> users.computeIfAbsent(other, key -> new ArrayList<>()).add(name));
    }

    private void oneLessMissing(QualifiedName name) {
        if (missing.merge(name, -1, Integer::sum) == 0) {
            finite.add(name);
        }
    }

    /** The struct or union that every value with this member contains, or null. */
    static @Nullable QualifiedName needed(Member member, Program program) {
        TypeExpression written = null;
        if (member instanceof FieldDecl field) {
            written = field.type();
        } else if (member instanceof VariantDecl variant) {
            written = variant.type();
        }
        if (written == null || written.optionalMark() != null) {
            return null;
        }
        Type type = program.type(written);
        Declaration target = type == null ? null : program.declaration(type);
        return type instanceof Type.Reference reference && (target instanceof StructDecl || target instanceof UnionDecl)
                ? reference.name()
                : null;
    }

    static Declaration declaration(QualifiedName name, Program program) {
        return Objects.requireNonNull(program.declared(name)).declaration();
    }

    static Body body(QualifiedName name, Program program) {
        return (Body) declaration(name, program);
    }
}
