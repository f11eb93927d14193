package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.ErrorDecl;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves everything that a compilation's sources refer to: first all types, then all values. */
public final class Resolver {

    private final Program program;
    private final Diagnostics diagnostics;
    private final Map<String, Scope> scopes = new LinkedHashMap<>();
    private final LiteralResolver literals;

    private Resolver(List<LoadedFile> files, Diagnostics diagnostics) {
        this.program = new Program(files);
        this.diagnostics = diagnostics;
        for (FileDecl file : program.readable()) {
            scopes.put(file.source().path(), new Scope(program, file));
        }
        this.literals = new LiteralResolver(program, scopes, diagnostics);
    }

    /** Resolves the given files and reports what can't be resolved. */
    public static Program resolve(List<LoadedFile> files, Diagnostics diagnostics) {
        Resolver resolver = new Resolver(files, diagnostics);
        ImportCycles.report(resolver.program, diagnostics);
        for (Scope scope : resolver.scopes.values()) {
            TypeResolver types = new TypeResolver(resolver.program, scope, diagnostics);
            scope.file().declarations().forEach(declaration -> resolver.types(declaration, types));
        }
        for (Scope scope : resolver.scopes.values()) {
            scope.file().declarations().forEach(declaration -> resolver.values(declaration, scope));
        }
        return resolver.program;
    }

    private void types(Declaration declaration, TypeResolver types) {
        if (declaration instanceof ConstantDecl constant) {
            types.resolve(constant.type());
        } else if (declaration instanceof NamedTypeDecl named) {
            types.resolve(named.base());
        } else if (declaration instanceof Body body) {
            body.members().forEach(member -> types(member, types));
        }
    }

    private void types(Member member, TypeResolver types) {
        if (member instanceof FieldDecl field) {
            types.resolve(field.type());
        } else if (member instanceof VariantDecl variant && variant.type() != null) {
            types.resolve(variant.type());
        } else if (member instanceof MethodDecl method) {
            types(method, types);
        }
    }

    private void types(MethodDecl method, TypeResolver types) {
        List<FieldDecl> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            TypeExpression type = parameters.get(i).type();
            if (type.is("stream") && i == parameters.size() - 1) {
                types.resolveStream(type);
            } else {
                types.resolve(type);
            }
        }
        if (method.result().is("stream")) {
            types.resolveStream(method.result());
        } else if (!method.result().is("void")) {
            types.resolve(method.result());
        }
        for (MethodDecl.RaisedDecl raised : method.raised()) {
            Declared found = types.error(raised.error());
            if (found != null && found.declaration() instanceof ErrorDecl) {
                program.put(raised, found.name());
            } else if (found != null && !program.isDefinedTwice(found.name())) {
                Declaration other = found.declaration();
                String message =
                        "the " + other.kind() + " " + Quote.of(other.name().text()) + " is no error";
                diagnostics.add(Diagnostic.of(Code.NOT_AN_ERROR, raised.error().span(), message)
                        .label(other.name().span(), "defined here"));
            }
        }
    }

    private void values(Declaration declaration, Scope scope) {
        annotations(declaration, scope);
        if (declaration instanceof ConstantDecl) {
            literals.constant(new Declared(scope.file(), declaration));
        } else if (declaration instanceof Body body) {
            body.members().forEach(member -> values(member, scope));
        }
    }

    private void values(Member member, Scope scope) {
        annotations(member, scope);
        if (member instanceof MethodDecl method) {
            method.parameters().forEach(parameter -> values(parameter, scope));
        } else if (member instanceof FieldDecl field && field.defaultValue() != null) {
            Type type = program.type(field.type());
            if (type != null) {
                literals.resolve(field.defaultValue(), type, scope);
            }
        }
    }

    /** A limit can be a constant; everything else in annotations speaks for itself. */
    private void annotations(Annotated annotated, Scope scope) {
        for (AnnotationDecl annotation : annotated.annotations()) {
            boolean limit = annotation.name().text().equals(Annotations.MAX);
            if (limit && annotation.arguments().size() == 1) {
                LiteralExpression argument = annotation.arguments().get(0);
                literals.resolve(argument, new Type.Of(Scalar.U32), scope);
            }
        }
    }
}
