package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.ServiceDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The structs and unions that callers send: those of parameters, and all that these hold. */
final class SentTypes {

    private final Program program;
    private final Set<Declaration> all = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Body> unvisited = new ArrayDeque<>();

    SentTypes(Program program) {
        this.program = program;
    }

    Set<Declaration> all() {
        for (FileDecl file : program.readable()) {
            for (Declaration declaration : file.declarations()) {
                if (declaration instanceof ServiceDecl service) {
                    service.members().forEach(this::addParameters);
                }
            }
        }
        while (!unvisited.isEmpty()) {
            for (Member member : unvisited.remove().members()) {
                addWritten(member);
            }
        }
        return all;
    }

    private void addParameters(MethodDecl method) {
        method.parameters().forEach(this::addWritten);
    }

    private void addWritten(Member member) {
        TypeExpression written = null;
        if (member instanceof FieldDecl field) {
            written = field.type();
        } else if (member instanceof VariantDecl variant) {
            written = variant.type();
        }
        if (written != null) {
            add(program.type(written));
        }
    }

    private void add(@Nullable Type type) {
        if (type instanceof Type.ListOf list) {
            add(list.element());
        } else if (type instanceof Type.MapOf map) {
            add(map.value());
        } else if (type != null && program.declaration(type) instanceof Body body && all.add((Declaration) body)) {
            unvisited.add(body);
        }
    }
}
