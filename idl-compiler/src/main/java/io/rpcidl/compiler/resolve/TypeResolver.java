package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.DottedName;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.ErrorDecl;
import io.rpcidl.compiler.ast.NamedTypeDecl;
import io.rpcidl.compiler.ast.ServiceDecl;
import io.rpcidl.compiler.ast.StructDecl;
import io.rpcidl.compiler.ast.TypeExpression;
import io.rpcidl.compiler.ast.UnionDecl;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Suggestions;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the types of one source. It recurses no deeper than brackets nest, which the scanner limits. */
final class TypeResolver {

    private static final Map<String, Scalar> SCALARS = new LinkedHashMap<>();

    static {
        Arrays.stream(Scalar.values()).forEach(scalar -> SCALARS.put(scalar.keyword(), scalar));
    }

    private static final List<Class<? extends Declaration>> TYPES =
            List.of(EnumDecl.class, StructDecl.class, UnionDecl.class, NamedTypeDecl.class);
    private static final List<Class<? extends Declaration>> ERRORS = List.of(ErrorDecl.class);

    private final Program program;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private int unknown;

    TypeResolver(Program program, Scope scope, Diagnostics diagnostics) {
        this.program = program;
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /** Resolves a type that stands where a value is needed. */
    @Nullable
    Type resolve(TypeExpression expression) {
        Type type = meaning(expression);
        if (type != null) {
            program.put(expression, type);
        }
        return type;
    }

    /** Resolves the item of {@code stream<T>} and keeps it under the whole expression. */
    void resolveStream(TypeExpression expression) {
        if (hasArguments(expression, 1)) {
            Type item = resolve(expression.arguments().get(0));
            if (item != null) {
                program.put(expression, item);
            }
        }
    }

    private @Nullable Type meaning(TypeExpression expression) {
        if (expression.name().parts().size() > 1) {
            return named(expression);
        }
        String word = expression.name().last().text();
        return switch (word) {
            case "list" -> collection(expression, 1, inside -> new Type.ListOf(inside.get(0)));
            case "set" -> collection(expression, 1, inside -> new Type.SetOf(inside.get(0)));
            case "map" -> collection(expression, 2, inside -> new Type.MapOf(inside.get(0), inside.get(1)));
            case "void" -> misplaced(expression, Code.VOID_PLACE, "`void` is only the result of a method");
            case "stream" ->
                misplaced(
                        expression, Code.STREAM_PLACE, "a stream is only the last parameter or the result of a method");
            default -> {
                Scalar scalar = SCALARS.get(word);
                if (scalar == null) {
                    yield named(expression);
                }
                yield hasArguments(expression, 0) ? new Type.Of(scalar) : null;
            }
        };
    }

    private @Nullable Type collection(
            TypeExpression expression, int count, java.util.function.Function<List<Type>, Type> make) {
        if (!hasArguments(expression, count)) {
            return null;
        }
        List<Type> inside = new ArrayList<>();
        for (TypeExpression argument : expression.arguments()) {
            Type type = resolve(argument);
            if (type != null) {
                inside.add(type);
            }
        }
        return inside.size() == count ? make.apply(inside) : null;
    }

    private @Nullable Type named(TypeExpression expression) {
        Declared found = declared(expression.name(), TYPES);
        if (found == null || !hasArguments(expression, 0)) {
            return null;
        }
        Declaration declaration = found.declaration();
        if (declaration instanceof ServiceDecl
                || declaration instanceof ErrorDecl
                || declaration instanceof ConstantDecl) {
            if (program.isDefinedTwice(found.name())) {
                return null;
            }
            String message = "the " + declaration.kind() + " "
                    + Quote.of(declaration.name().text()) + " is no type";
            diagnostics.add(Diagnostic.of(Code.NOT_A_TYPE, expression.name().span(), message)
                    .label(declaration.name().span(), "defined here"));
            return null;
        }
        return new Type.Reference(found.name());
    }

    /** The error that a name refers to, or what else it refers to; reports a name that refers to nothing. */
    @Nullable
    Declared error(DottedName name) {
        return declared(name, ERRORS);
    }

    private @Nullable Declared declared(DottedName name, List<Class<? extends Declaration>> kinds) {
        Scope.Lookup lookup = scope.find(name.parts());
        if (lookup instanceof Scope.Lookup.Found found) {
            return found.declared();
        }
        if (lookup instanceof Scope.Lookup.Unknown) {
            diagnostics.add(unknown(name, kinds));
        }
        return null;
    }

    private Diagnostic unknown(DottedName name, List<Class<? extends Declaration>> kinds) {
        String text = name.text();
        Diagnostic diagnostic =
                Diagnostic.of(Code.UNKNOWN_NAME, name.span(), "nothing here is named " + Quote.of(text));
        if (++unknown > Diagnostics.MAX_ERRORS_PER_FILE) {
            return diagnostic;
        }
        Declared other = scope.missingImport(name);
        if (other != null) {
            String path = Quote.printable(other.file().source().path());
            return diagnostic
                    .label(other.declaration().name().span(), "defined here, in another file of the package")
                    .help("import it: `import \"" + path + "\" as ...;`");
        }
        List<String> candidates = new ArrayList<>();
        if (kinds.equals(TYPES)) {
            candidates.addAll(SCALARS.keySet());
            candidates.addAll(List.of("list", "set", "map"));
        }
        kinds.forEach(kind -> candidates.addAll(scope.candidates(kind)));
        return Suggestions.add(diagnostic, name.span(), candidates, near -> true);
    }

    private boolean hasArguments(TypeExpression expression, int count) {
        int given = expression.arguments().size();
        if (given == count) {
            return true;
        }
        String wanted = switch (count) {
            case 0 -> " takes no type arguments";
            case 1 -> " takes one type argument";
            default -> " takes two type arguments";
        };
        String name = Quote.of(expression.name().text());
        diagnostics.add(Diagnostic.of(Code.TYPE_ARGUMENTS, expression.span(), name + wanted + ", not " + given));
        return false;
    }

    private @Nullable Type misplaced(TypeExpression expression, Code code, String message) {
        Span span = expression.span();
        diagnostics.add(Diagnostic.of(code, span, message));
        return null;
    }
}
