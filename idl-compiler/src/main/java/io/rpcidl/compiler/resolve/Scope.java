package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.DottedName;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.model.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the names in one source can refer to: its own declarations, and those of its imports behind their alias. */
final class Scope {

    private static final int MAX_CANDIDATES = 1_000;

    private final Program program;
    private final FileDecl file;
    private final Map<String, ImportDecl> aliases = new LinkedHashMap<>();

    Scope(Program program, FileDecl file) {
        this.program = program;
        this.file = file;
        for (ImportDecl wanted : file.imports()) {
            aliases.putIfAbsent(wanted.alias().text(), wanted);
        }
    }

    /** What became of a name: a declaration, nothing, or nothing that is worth a message. */
    sealed interface Lookup {
        /** It is declared. */
        record Found(Declared declared) implements Lookup {}

        /** Nothing has this name. */
        record Unknown() implements Lookup {}

        /** It lies behind an import that is broken or missing, which was reported there. */
        record Unreadable() implements Lookup {}
    }

    FileDecl file() {
        return file;
    }

    /** Looks up {@code Name} or {@code alias.Name}. */
    Lookup find(List<Name> parts) {
        if (parts.size() == 1) {
            return found(program.declarations(file).get(parts.get(0).text()));
        }
        ImportDecl wanted = aliases.get(parts.get(0).text());
        if (wanted == null) {
            return new Lookup.Unknown();
        }
        program.use(wanted);
        FileDecl imported = program.file(wanted.path());
        if (imported == null || imported.broken()) {
            return new Lookup.Unreadable();
        }
        return parts.size() == 2
                ? found(program.declarations(imported).get(parts.get(1).text()))
                : new Lookup.Unknown();
    }

    private static Lookup found(@Nullable Declared declared) {
        return declared == null ? new Lookup.Unknown() : new Lookup.Found(declared);
    }

    /** All names of one kind that would have been found, for help with a mistyped one; of very many only the first. */
    List<String> candidates(Class<? extends Declaration> kind) {
        Stream<String> own = names(program.declarations(file), "", kind);
        Stream<String> imported = aliases.values().stream().flatMap(wanted -> {
            FileDecl other = program.file(wanted.path());
            return other == null
                    ? Stream.empty()
                    : names(program.declarations(other), wanted.alias().text() + ".", kind);
        });
        return Stream.concat(own, imported).limit(MAX_CANDIDATES).toList();
    }

    private static Stream<String> names(
            Map<String, Declared> declarations, String prefix, Class<? extends Declaration> kind) {
        return declarations.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue().declaration()))
                .map(entry -> prefix + entry.getKey());
    }

    /** What a candidate is the name of, or null. */
    @Nullable
    Declared named(String candidate) {
        int dot = candidate.indexOf('.');
        if (dot < 0) {
            return program.declarations(file).get(candidate);
        }
        ImportDecl wanted = aliases.get(candidate.substring(0, dot));
        FileDecl other = wanted == null ? null : program.file(wanted.path());
        return other == null ? null : program.declarations(other).get(candidate.substring(dot + 1));
    }

    /** What another source of the same package declares by that name, if there is such a thing. */
    @Nullable
    Declared missingImport(DottedName name) {
        return program.declared(new QualifiedName(file.packageName(), name.text()));
    }
}
