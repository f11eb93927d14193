package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FieldDecl;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.resolve.LoadedFile;
import io.rpcidl.compiler.resolve.Program;
import java.util.List;
import java.util.function.BiConsumer;

/** The sources that rules look at: those of the request, not those that are only imported. */
final class Linted {

    private final Program program;
    private final LintConfiguration configuration;
    private final List<FileDecl> files;

    Linted(Program program, LintConfiguration configuration) {
        this.program = program;
        this.configuration = configuration;
        this.files = program.files().stream()
                .filter(LoadedFile::requested)
                .map(LoadedFile::file)
                .toList();
    }

    /** The sources with what their names mean, imported ones too. */
    Program program() {
        return program;
    }

    /** The number that is configured for a rule. */
    int number(LintRule rule) {
        return configuration.number(rule);
    }

    List<FileDecl> files() {
        return files;
    }

    void forEachDefinition(BiConsumer<Place, Declaration> visitor) {
        for (FileDecl file : files) {
            file.declarations().forEach(each -> visitor.accept(new Place(file, each), each));
        }
    }

    /** Visits fields, variants, values of enums and methods. */
    void forEachMember(BiConsumer<Place, Member> visitor) {
        forEachDefinition((place, definition) -> {
            if (definition instanceof Body body) {
                body.members().forEach(member -> visitor.accept(place.of(member), member));
            }
        });
    }

    void forEachMethod(BiConsumer<Place, MethodDecl> visitor) {
        forEachMember((place, member) -> {
            if (member instanceof MethodDecl method) {
                visitor.accept(place, method);
            }
        });
    }

    void forEachParameter(BiConsumer<Place, FieldDecl> visitor) {
        forEachMethod((place, method) ->
                method.parameters().forEach(parameter -> visitor.accept(place.of(method, parameter), parameter)));
    }

    /** Visits the fields of structs and errors, and parameters. */
    void forEachField(BiConsumer<Place, FieldDecl> visitor) {
        forEachMember((place, member) -> {
            if (member instanceof FieldDecl field) {
                visitor.accept(place, field);
            }
        });
        forEachParameter(visitor);
    }
}
