package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about, and what that is part of.
 *
 * @param definition null for what belongs to the file as a whole
 * @param member of the definition, or null
 * @param parameter of the member, which then is a method, or null
 */
record Place(
        FileDecl file,
        @Nullable Declaration definition,
        @Nullable Member member,
        @Nullable FieldDecl parameter) {

    Place(FileDecl file, @Nullable Declaration definition) {
        this(file, definition, null, null);
    }

    Place of(Member inside) {
        return new Place(file, definition, inside, null);
    }

    Place of(Member method, FieldDecl inside) {
        return new Place(file, definition, method, inside);
    }

    /** What can carry annotations for it: itself first, the package last. */
    List<Annotated> around() {
        List<Annotated> around = new ArrayList<>();
        if (parameter != null) {
            around.add(parameter);
        }
        if (member != null) {
            around.add(member);
        }
        if (definition != null) {
            around.add(definition);
        }
        if (file.packageDecl() != null) {
            around.add(file.packageDecl());
        }
        return around;
    }
}
