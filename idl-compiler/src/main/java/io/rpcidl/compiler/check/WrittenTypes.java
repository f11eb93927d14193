package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.VariantDecl;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayList;
import java.util.List;

/** Finds every type that a program writes down. */
final class WrittenTypes {

    /** Where a type stands. */
    enum Place {
        /** On a field, a parameter or a result, where {@code ?} has a meaning. */
        VALUE,
        /** On a constant, a named type or a variant. */
        WHOLE,
        /** Between {@code <} and {@code >}. */
        ARGUMENT
    }

    /** A type and where it stands. */
    record Written(TypeExpression type, Place place) {}

    private final List<Written> found = new ArrayList<>();

    private WrittenTypes() {}

    /** All types, the arguments of each right behind it. */
    static List<Written> of(Program program) {
        WrittenTypes types = new WrittenTypes();
        program.readable().forEach(file -> file.declarations().forEach(types::declaration));
        return types.found;
    }

    private void declaration(Declaration declaration) {
        if (declaration instanceof ConstantDecl constant) {
            add(constant.type(), Place.WHOLE);
        } else if (declaration instanceof NamedTypeDecl named) {
            add(named.base(), Place.WHOLE);
        } else if (declaration instanceof Body body) {
            body.members().forEach(this::member);
        }
    }

    private void member(Member member) {
        if (member instanceof FieldDecl field) {
            add(field.type(), Place.VALUE);
        } else if (member instanceof VariantDecl variant && variant.type() != null) {
            add(variant.type(), Place.WHOLE);
        } else if (member instanceof MethodDecl method) {
            method.parameters().forEach(this::member);
            add(method.result(), Place.VALUE);
        }
    }

    /** Streams and void are no values; nothing about them can be absent. */
    private void add(TypeExpression type, Place place) {
        boolean value = place == Place.VALUE && !type.is("stream") && !type.is("void");
        found.add(new Written(type, place == Place.VALUE && !value ? Place.WHOLE : place));
        type.arguments().forEach(argument -> add(argument, Place.ARGUMENT));
    }
}
