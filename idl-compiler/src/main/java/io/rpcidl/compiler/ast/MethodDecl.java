package io.rpcidl.compiler.ast;

import java.util.List;

/**
 * A method of a service.
 *
 * @param modifiers as written, also when they exclude each other
 * @param result also {@code void} and {@code stream<T>}
 * @param parameters also the stream
 * @param raised what stands behind {@code throws}
 */
public record MethodDecl(
        NumberDecl number,
        Name name,
        List<Name> modifiers,
        TypeExpression result,
        List<FieldDecl> parameters,
        List<RaisedDecl> raised,
        List<AnnotationDecl> annotations,
        String documentation)
        implements Member {

    public MethodDecl {
        modifiers = List.copyOf(modifiers);
        parameters = List.copyOf(parameters);
        raised = List.copyOf(raised);
        annotations = List.copyOf(annotations);
    }

    @Override
    public String kind() {
        return "method";
    }

    /** {@code 1: OutOfStock} behind {@code throws}. */
    public record RaisedDecl(NumberDecl number, DottedName error) {}
}
