package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.ImportDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.MethodDecl.RaisedDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.PackageDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.source.Span;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All sources of a compilation with what their names, types and values mean. What could not be resolved is null here and
 * has been reported already; whoever asks says nothing more about it.
 */
public final class Program {

    private final List<LoadedFile> files;
    private final Map<String, FileDecl> filesByPath = new TreeMap<>();
    private final Map<String, Map<String, Declared>> declaredByPath = new TreeMap<>();
    private final Map<QualifiedName, Declared> declared = new LinkedHashMap<>();
    private final Set<QualifiedName> definedTwice = new HashSet<>();
    private final IdentityHashMap<TypeExpression, Type> types = new IdentityHashMap<>();
    private final IdentityHashMap<LiteralExpression, Literal> literals = new IdentityHashMap<>();
    private final IdentityHashMap<RaisedDecl, QualifiedName> raised = new IdentityHashMap<>();
    private final Set<ImportDecl> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Program(List<LoadedFile> files) {
        this.files = List.copyOf(files);
        for (LoadedFile loaded : files) {
            FileDecl file = loaded.file();
            Map<String, Declared> own = new LinkedHashMap<>();
            for (Declaration declaration : file.declarations()) {
                Declared entry = new Declared(file, declaration);
                own.putIfAbsent(declaration.name().text(), entry);
                if (declared.putIfAbsent(entry.name(), entry) != null) {
                    definedTwice.add(entry.name());
                }
            }
            filesByPath.put(file.source().path(), file);
            declaredByPath.put(file.source().path(), own);
        }
    }

    /** All sources, sorted by path. */
    public List<LoadedFile> files() {
        return files;
    }

    /** Where each source that could be read, by its path, declares its package; its start when it declares none. */
    public Map<String, Span> packages() {
        Map<String, Span> spans = new TreeMap<>();
        for (FileDecl file : readable()) {
            PackageDecl declared = file.packageDecl();
            spans.put(
                    file.source().path(),
                    declared == null ? file.start() : declared.name().span());
        }
        return spans;
    }

    /** The sources that could be read and parsed, sorted by path. */
    public List<FileDecl> readable() {
        return files.stream()
                .map(LoadedFile::file)
                .filter(file -> !file.broken())
                .toList();
    }

    /** The source that an import names, or null when there is none. */
    public @Nullable FileDecl file(String path) {
        return filesByPath.get(path);
    }

    /** What a source declares, by name. */
    public Map<String, Declared> declarations(FileDecl file) {
        return declaredByPath.getOrDefault(file.source().path(), Map.of());
    }

    /** The declaration that a resolved type refers to. */
    public @Nullable Declared declared(QualifiedName name) {
        return declared.get(name);
    }

    /** Whether a package defines the name more than once: then nobody knows which kind of thing is meant. */
    boolean isDefinedTwice(QualifiedName name) {
        return definedTwice.contains(name);
    }

    /** What a written type means, or null when that is unknown, and for {@code void}; for a stream the type of its items. */
    public @Nullable Type type(TypeExpression expression) {
        return types.get(expression);
    }

    /** What a written value means, already of the type that it is used for, or null when that is unknown. */
    public @Nullable Literal literal(LiteralExpression expression) {
        return literals.get(expression);
    }

    /** The error that {@code throws} names, or null when that is unknown. */
    public @Nullable QualifiedName raised(RaisedDecl expression) {
        return raised.get(expression);
    }

    /** Whether anything in the file needs the import. */
    public boolean isUsed(ImportDecl wanted) {
        return used.contains(wanted);
    }

    /** The declaration of a type that has a name of its own, else null. */
    public @Nullable Declaration declaration(Type type) {
        Declared found = type instanceof Type.Reference reference ? declared(reference.name()) : null;
        return found == null ? null : found.declaration();
    }

    /** The scalar that a type is or, for a named type, is based on; else null. */
    public @Nullable Scalar scalar(Type type) {
        if (type instanceof Type.Of of) {
            return of.scalar();
        }
        return declaration(type) instanceof NamedTypeDecl named && type(named.base()) instanceof Type.Of base
                ? base.scalar()
                : null;
    }

    void put(TypeExpression expression, Type type) {
        types.put(expression, type);
    }

    void put(LiteralExpression expression, Literal literal) {
        literals.put(expression, literal);
    }

    void put(RaisedDecl expression, QualifiedName error) {
        raised.put(expression, error);
    }

    void use(ImportDecl wanted) {
        used.add(wanted);
    }
}
