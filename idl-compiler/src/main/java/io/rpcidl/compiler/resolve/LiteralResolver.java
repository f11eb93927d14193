package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.ast.ConstantDecl;
import io.rpcidl.compiler.ast.EnumDecl;
import io.rpcidl.compiler.ast.EnumValueDecl;
import io.rpcidl.compiler.ast.LiteralExpression;
import io.rpcidl.compiler.ast.LiteralExpression.ListLiteral;
import io.rpcidl.compiler.ast.LiteralExpression.NameLiteral;
import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Suggestions;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.compiler.source.Span;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves values against the type that they are used for. */
final class LiteralResolver {

    /** Looking for a near name is slow, and who has mistyped this many doesn't need more help. */
    private static final int MAX_HELPED = 20;

    private static final int MAX_CANDIDATES = 1_000;

    private final Program program;
    private final Diagnostics diagnostics;
    private final ConstantResolver constants;
    private final IdentityHashMap<EnumDecl, Set<String>> values = new IdentityHashMap<>();
    private int helped;

    LiteralResolver(Program program, Map<String, Scope> scopes, Diagnostics diagnostics) {
        this.program = program;
        this.diagnostics = diagnostics;
        this.constants = new ConstantResolver(program, this, scopes, diagnostics);
    }

    /** Resolves the value of a constant, and those that it needs. */
    void constant(Declared constant) {
        constants.value(constant);
    }

    /** Resolves a value; a problem is reported once and leaves it unresolved. */
    @Nullable
    Literal resolve(LiteralExpression expression, Type type, Scope scope) {
        Literal literal = meaning(expression, type, scope);
        if (literal != null) {
            program.put(expression, literal);
        }
        return literal;
    }

    private @Nullable Literal meaning(LiteralExpression expression, Type type, Scope scope) {
        if (expression instanceof NameLiteral name && !ScalarLiterals.isWord(name, program.scalar(type))) {
            return named(name, type, scope);
        }
        if (type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf) {
            boolean empty =
                    expression instanceof ListLiteral list && list.elements().isEmpty();
            return empty ? new Literal.Empty() : wrongType(expression.span(), type);
        }
        Scalar scalar = program.scalar(type);
        if (scalar == null) {
            return wrongType(expression.span(), type);
        }
        ScalarLiterals.Outcome outcome = ScalarLiterals.of(expression, scalar);
        if (outcome.outOfRange()) {
            return outOfRange(expression.span(), scalar, null);
        }
        return outcome.literal() == null ? wrongType(expression.span(), type) : outcome.literal();
    }

    private @Nullable Literal named(NameLiteral literal, Type type, Scope scope) {
        List<Name> parts = literal.name().parts();
        Declared target = type instanceof Type.Reference reference ? program.declared(reference.name()) : null;
        if (target != null && target.declaration() instanceof EnumDecl enumeration) {
            Scope.Lookup owner = parts.size() == 1 ? null : scope.find(parts.subList(0, parts.size() - 1));
            if (owner instanceof Scope.Lookup.Unreadable) {
                return null;
            }
            boolean own = parts.size() == 1
                    || (owner instanceof Scope.Lookup.Found found
                            && found.declared().equals(target));
            if (own && has(enumeration, literal.name().last().text())) {
                return new Literal.Enumerated(
                        target.name(), literal.name().last().text());
            }
            if (own && !(parts.size() == 1 && scope.find(parts) instanceof Scope.Lookup.Found)) {
                return unknownValue(literal, target.name(), enumeration);
            }
        }
        return constant(literal, type, scope);
    }

    private @Nullable Literal constant(NameLiteral literal, Type type, Scope scope) {
        Scope.Lookup lookup = scope.find(literal.name().parts());
        if (lookup instanceof Scope.Lookup.Unreadable) {
            return null;
        }
        Span span = literal.span();
        if (!(lookup instanceof Scope.Lookup.Found found)) {
            if (meansSomethingElse(literal.name().parts(), scope)) {
                return wrongType(span, type);
            }
            String name = Quote.of(literal.name().text());
            Diagnostic unknown = Diagnostic.of(Code.UNKNOWN_NAME, span, "no constant here is named " + name);
            diagnostics.add(help(unknown, span, () -> candidates(scope, type), near -> fits(near, scope, type)));
            return null;
        }
        Name defined = found.declared().declaration().name();
        if (!(found.declared().declaration() instanceof ConstantDecl constant)) {
            return wrongType(span, type, defined);
        }
        Literal value = constants.value(found.declared());
        Type own = program.type(constant.type());
        if (value == null || own == null) {
            return null;
        }
        Scalar scalar = program.scalar(type);
        if (scalar == null || program.scalar(own) == null) {
            return own.equals(type) ? value : wrongType(span, type, defined);
        }
        ScalarLiterals.Outcome outcome = ScalarLiterals.convert(value, scalar);
        if (outcome.outOfRange()) {
            return outOfRange(span, scalar, defined);
        }
        return outcome.literal() == null ? wrongType(span, type, defined) : outcome.literal();
    }

    /** What could stand for a value of the type: constants, and the words of the type itself. */
    private Set<String> candidates(Scope scope, Type type) {
        Set<String> names = new TreeSet<>(scope.candidates(ConstantDecl.class));
        names.addAll(ScalarLiterals.words(program.scalar(type)));
        return names;
    }

    /** Whether a candidate is a value of just this type. */
    private boolean fits(String candidate, Scope scope, Type type) {
        if (ScalarLiterals.words(program.scalar(type)).contains(candidate)) {
            return true;
        }
        Declared found = scope.named(candidate);
        return found != null
                && found.declaration() instanceof ConstantDecl constant
                && type.equals(program.type(constant.type()));
    }

    /** Whether the name is a word for a value of another type, or a value of another enum. */
    private static boolean meansSomethingElse(List<Name> parts, Scope scope) {
        if (parts.size() == 1) {
            return ScalarLiterals.WORDS.contains(parts.get(0).text());
        }
        return scope.find(parts.subList(0, parts.size() - 1)) instanceof Scope.Lookup.Found owner
                && owner.declared().declaration() instanceof EnumDecl;
    }

    private boolean has(EnumDecl enumeration, String value) {
        return values(enumeration).contains(value);
    }

    /** Read once for each enum: many values of a large one must not take long. */
    private Set<String> values(EnumDecl enumeration) {
        return values.computeIfAbsent(enumeration, LiteralResolver::read);
    }

    private static Set<String> read(EnumDecl enumeration) {
        return enumeration.members().stream()
                .map(EnumValueDecl::name)
                .map(Name::text)
                .collect(Collectors.toSet());
    }

    private Diagnostic help(
            Diagnostic diagnostic, Span place, Supplier<Collection<String>> candidates, Predicate<String> fits) {
        if (++helped > MAX_HELPED) {
            return diagnostic;
        }
        List<String> some =
                candidates.get().stream().sorted().limit(MAX_CANDIDATES).toList();
        return Suggestions.add(diagnostic, place, some, fits);
    }

    private @Nullable Literal unknownValue(NameLiteral literal, QualifiedName name, EnumDecl enumeration) {
        String written = literal.name().last().text();
        String message = "the enum " + Quote.of(name.simpleName()) + " has no value " + Quote.of(written);
        Diagnostic unknown = Diagnostic.of(Code.UNKNOWN_NAME, literal.span(), message)
                .label(enumeration.name().span(), "defined here");
        Span place = literal.name().last().span();
        diagnostics.add(help(unknown, place, () -> values(enumeration), near -> true));
        return null;
    }

    private @Nullable Literal wrongType(Span span, Type type) {
        return wrongType(span, type, null);
    }

    private @Nullable Literal wrongType(Span span, Type type, @Nullable Name defined) {
        String message = "this is no value of type " + Quote.of(TypeText.of(type));
        Diagnostic wrong =
                Diagnostic.of(Code.VALUE_TYPE, span, message).help(LiteralForms.help(type, program.scalar(type)));
        diagnostics.add(defined == null ? wrong : wrong.label(defined.span(), "defined here"));
        return null;
    }

    private @Nullable Literal outOfRange(Span span, Scalar scalar, @Nullable Name defined) {
        String message = "the type " + Quote.of(scalar.keyword()) + " can't hold this value";
        Diagnostic wrong =
                Diagnostic.of(Code.VALUE_RANGE, span, message).help(LiteralForms.help(new Type.Of(scalar), scalar));
        diagnostics.add(defined == null ? wrong : wrong.label(defined.span(), "defined here"));
        return null;
    }
}
