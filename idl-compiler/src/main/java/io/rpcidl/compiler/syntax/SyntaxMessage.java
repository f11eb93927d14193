package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.diagnostic.Suggestions;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.grammar.RpcidlParser;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Says a syntax error in our own words: what was expected where, and what stands there. */
final class SyntaxMessage {

    private final Parser parser;
    private final SyntaxErrors errors;
    private final Token offending;
    private final Token previous;
    private final IntervalSet expected;

    SyntaxMessage(Parser parser, RecognitionException error, SyntaxErrors errors) {
        this.parser = parser;
        this.errors = errors;
        this.offending = error.getOffendingToken();
        this.previous = previous(parser, offending);
        this.expected = error instanceof NoViableAltException ? guess(previous) : parser.getExpectedTokens();
    }

    Token offending() {
        return offending;
    }

    Token previous() {
        return previous;
    }

    /** Whether the semicolon that ends a member is all that is missing. */
    boolean missesSemicolonAtEndOfLine() {
        return expected.contains(RpcidlParser.SEMICOLON) && endsHere();
    }

    Diagnostic diagnostic() {
        Diagnostic modifier = modifier();
        if (modifier != null) {
            return modifier;
        }
        Span found = errors.span(offending);
        int rule = parser.getContext().getRuleIndex();
        if (Words.hasMembers(rule) && !expected.contains(RpcidlParser.LEFT_BRACE)) {
            return member(rule, found);
        }
        String noun = noun(parser.getContext());
        if (expected.contains(RpcidlParser.SEMICOLON)) {
            String message = "expected `;` after " + noun;
            Span place = errors.span(previous).behind();
            if (endsHere()) {
                return syntax(place, message).fix(Fix.insert("insert `;`", place, ";"));
            }
            return syntax(found, message + found());
        }
        if (expected.contains(RpcidlParser.IDENTIFIER)) {
            String what = expected.contains(RpcidlParser.STRING) ? "a value" : "a name";
            return syntax(found, "expected " + what + " in " + noun + found());
        }
        if (previous.getType() == RpcidlParser.OPEN && expected.contains(RpcidlParser.STRUCT)) {
            return syntax(found, "expected `struct` behind `open`" + found())
                    .help(
                            "only a struct can be open; enums and unions keep what they don't know unless told otherwise");
        }
        String words = expected.size() > 0 && expected.size() <= 3 ? "expected " + expectedWords() : "unexpected words";
        Diagnostic wrong = syntax(found, words + " in " + noun + found());
        boolean colon = expected.size() == 1
                && expected.contains(RpcidlParser.COLON)
                && previous.getType() == RpcidlParser.INTEGER
                && Words.isName(offending.getType());
        return colon ? wrong.fix(Fix.insert("insert `:`", errors.span(previous).behind(), ":")) : wrong;
    }

    /** In {@code 1: idempotant void cancel(} the parser stumbles over the third word, but the first is wrong. */
    private @Nullable Diagnostic modifier() {
        Token first = Words.mistypedModifier(parser.getContext(), parser.getTokenStream());
        if (first == null) {
            return null;
        }
        Span place = errors.span(first);
        Diagnostic unknown = syntax(place, "no modifier is named " + Quote.of(first.getText()));
        return Suggestions.add(unknown, place, Words.MODIFIERS, word -> true);
    }

    /** Something between the members of a body or of a file. */
    private Diagnostic member(int rule, Span found) {
        if (rule == RpcidlParser.RULE_file) {
            Diagnostic unknown = syntax(found, "expected a definition such as `struct` or `service`" + found());
            boolean word = offending.getType() == RpcidlParser.IDENTIFIER && Words.isName(nextAfterOffending());
            return word ? Suggestions.add(unknown, found, Words.DEFINITIONS, near -> true) : unknown;
        }
        TerminalNode brace = parser.getContext().getToken(RpcidlParser.LEFT_BRACE, 0);
        boolean unclosed = offending.getType() == Token.EOF || Words.startsDefinition(parser.getTokenStream());
        if (unclosed && brace != null) {
            Span place = errors.span(previous).behind();
            Diagnostic open = syntax(place, "expected `}` after the last member of " + noun(parser.getContext()))
                    .label(errors.span(brace.getSymbol()), "opened here");
            return previous.getType() == RpcidlParser.SEMICOLON
                    ? open.fix(Fix.insert("insert `}`", place, place.file().lineEnd() + "}"))
                    : open;
        }
        String example = rule == RpcidlParser.RULE_enumBody ? "`NAME = 1;`" : "a number and `:`";
        return syntax(found, "expected " + example + " or `}` in " + noun(parser.getContext()) + found());
    }

    private int nextAfterOffending() {
        return offending.equals(parser.getTokenStream().LT(1))
                ? parser.getTokenStream().LA(2)
                : Token.EOF;
    }

    private static Diagnostic syntax(Span span, String message) {
        return Diagnostic.of(Code.SYNTAX, span, message);
    }

    private String found() {
        return offending.getType() == Token.EOF
                ? ", found the end of the file"
                : ", found " + Quote.of(offending.getText());
    }

    private String expectedWords() {
        return expected.toList().stream()
                .map(word -> parser.getVocabulary().getLiteralName(word))
                .map(literal -> literal == null ? "a number" : literal.replace('\'', '`'))
                .collect(Collectors.joining(" or "));
    }

    /** Whether the line or the body ends before the offending word, so that what is missing belongs behind the previous one. */
    private boolean endsHere() {
        return offending.getType() == Token.EOF
                || offending.getType() == RpcidlParser.RIGHT_BRACE
                || offending.getLine() > previous.getLine();
    }

    /** What can follow where the parser only knows that nothing fits: behind a name the member ends, else a name comes. */
    private static IntervalSet guess(Token previous) {
        List<Integer> ends = List.of(RpcidlParser.GREATER, RpcidlParser.QUESTION, RpcidlParser.RIGHT_PARENTHESIS);
        boolean ended = Words.isName(previous.getType()) || ends.contains(previous.getType());
        return IntervalSet.of(ended ? RpcidlParser.SEMICOLON : RpcidlParser.IDENTIFIER);
    }

    private static Token previous(Parser parser, Token offending) {
        for (int i = offending.getTokenIndex() - 1; i >= 0; i--) {
            Token token = parser.getTokenStream().get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                return token;
            }
        }
        return offending;
    }

    /** The innermost thing around that has a word for users. */
    private static String noun(ParserRuleContext start) {
        for (RuleContext context = start; context != null; context = context.parent) {
            String noun = noun(context.getRuleIndex());
            if (!noun.isEmpty()) {
                return noun;
            }
        }
        return "the file";
    }

    private static String noun(int rule) {
        return switch (rule) {
            case RpcidlParser.RULE_header -> "the header";
            case RpcidlParser.RULE_packageDeclaration -> "the package";
            case RpcidlParser.RULE_importDeclaration -> "the import";
            case RpcidlParser.RULE_constantDefinition -> "the constant";
            case RpcidlParser.RULE_namedTypeDefinition -> "the type";
            case RpcidlParser.RULE_enumDefinition -> "the enum";
            case RpcidlParser.RULE_structDefinition -> "the struct";
            case RpcidlParser.RULE_errorDefinition -> "the error";
            case RpcidlParser.RULE_unionDefinition -> "the union";
            case RpcidlParser.RULE_serviceDefinition -> "the service";
            case RpcidlParser.RULE_enumMember -> "the value";
            case RpcidlParser.RULE_field -> "the field";
            case RpcidlParser.RULE_variant -> "the variant";
            case RpcidlParser.RULE_method -> "the method";
            case RpcidlParser.RULE_parameter -> "the parameter";
            case RpcidlParser.RULE_reserved -> "the reserved numbers and names";
            case RpcidlParser.RULE_annotation -> "the annotation";
            case RpcidlParser.RULE_typeArguments -> "the type";
            default -> "";
        };
    }
}
