package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.Method.Modifier;
import io.rpcidl.compiler.model.Method.StreamParameter;
import io.rpcidl.compiler.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Builds the methods of one service. */
final class MethodBuilder {

    private final Program program;
    private final SchemaMembers members;

    MethodBuilder(Program program, SchemaMembers members) {
        this.program = program;
        this.members = members;
    }

    Method method(MethodDecl method) {
        List<Field> parameters = new ArrayList<>();
        StreamParameter stream = null;
        for (FieldDecl parameter : method.parameters()) {
            if (parameter.type().is("stream")) {
                stream = new StreamParameter(parameter.name().text(), members.type(parameter.type()));
            } else {
                parameters.add(members.field(parameter));
            }
        }
        return new Method(
                SchemaMembers.number(method.number()),
                method.name().text(),
                modifier(method),
                parameters,
                stream,
                result(method.result()),
                method.raised().stream().map(this::raised).toList(),
                Annotations.deadline(method),
                method.documentation(),
                method.name().span(),
                Annotations.deprecation(method));
    }

    private Method.Result result(TypeExpression result) {
        if (result.is("void")) {
            return new Method.Result(null, false, false);
        }
        return new Method.Result(members.type(result), result.optionalMark() != null, result.is("stream"));
    }

    private Method.Raised raised(MethodDecl.RaisedDecl raised) {
        QualifiedName error = Objects.requireNonNull(program.raised(raised), "an error that passed the checks");
        return new Method.Raised(SchemaMembers.number(raised.number()), error);
    }

    private static Modifier modifier(MethodDecl method) {
        return method.modifiers().isEmpty()
                ? Modifier.NONE
                : Modifier.valueOf(method.modifiers().get(0).text().toUpperCase(Locale.ROOT));
    }
}
