package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.diagnostic.NearestName;
import io.rpcidl.grammar.RpcidlParser;
import io.rpcidl.grammar.RpcidlParser.MethodContext;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** What the next words can be the start of. */
final class Words {

    /** What a definition starts with. */
    static final List<String> DEFINITIONS =
            List.of("const", "type", "enum", "closed", "open", "struct", "union", "error", "service");

    /** What can stand before the result of a method. */
    static final List<String> MODIFIERS = List.of("readonly", "idempotent", "oneway");

    private Words() {}

    /**
     * The word of a method that was surely meant to be a modifier, or null: it stands first, three names follow each other
     * or a type with arguments follows it, and it is near to a modifier.
     */
    static @Nullable Token mistypedModifier(RuleContext start, TokenStream input) {
        for (RuleContext context = start; context != null; context = context.parent) {
            if (context instanceof MethodContext method && method.COLON() != null) {
                int index = method.COLON().getSymbol().getTokenIndex();
                Token word = next(input, index);
                Token second = word == null ? null : next(input, word.getTokenIndex());
                Token third = second == null ? null : next(input, second.getTokenIndex());
                boolean mistyped = word != null
                        && second != null
                        && third != null
                        && word.getType() == RpcidlParser.IDENTIFIER
                        && isName(second.getType())
                        && third.getType() != RpcidlParser.LEFT_PARENTHESIS
                        && NearestName.of(word.getText(), MODIFIERS)
                                .filter(NearestName.Suggestion::sure)
                                .isPresent();
                return mistyped ? word : null;
            }
        }
        return null;
    }

    /** The next word that the parser sees, or null at the end. */
    private static @Nullable Token next(TokenStream input, int index) {
        for (int i = index + 1; i < input.size(); i++) {
            if (input.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return input.get(i);
            }
        }
        return null;
    }

    static boolean hasMembers(int rule) {
        return switch (rule) {
            case RpcidlParser.RULE_file,
                    RpcidlParser.RULE_structBody,
                    RpcidlParser.RULE_enumBody,
                    RpcidlParser.RULE_unionBody,
                    RpcidlParser.RULE_serviceBody -> true;
            default -> false;
        };
    }

    /** Whether a member of the rule, or its end, comes next. */
    static boolean startsMember(int rule, TokenStream input) {
        int word = input.LA(1);
        if (word == Token.EOF) {
            return true;
        }
        if (rule == RpcidlParser.RULE_file) {
            return startsTopLevel(word);
        }
        if (word == RpcidlParser.RIGHT_BRACE) {
            return true;
        }
        if (rule == RpcidlParser.RULE_enumBody) {
            return isName(word) && !startsDefinition(input);
        }
        return word == RpcidlParser.INTEGER || word == RpcidlParser.RESERVED;
    }

    /** Whether a definition, an import, a package or a header most likely comes next: at the start of a line, a name behind. */
    static boolean startsDefinition(TokenStream input) {
        int word = input.LA(1);
        if (!startsTopLevel(word) || !startsLine(input)) {
            return false;
        }
        return switch (word) {
            case RpcidlParser.RPCIDL -> input.LA(2) == RpcidlParser.INTEGER;
            case RpcidlParser.IMPORT -> input.LA(2) == RpcidlParser.STRING;
            default -> isName(input.LA(2));
        };
    }

    /** Whether {@code 7:} comes next, at the start of a line. */
    static boolean startsNumberedLine(TokenStream input) {
        return input.LA(1) == RpcidlParser.INTEGER && input.LA(2) == RpcidlParser.COLON && startsLine(input);
    }

    /** Whether the word can be a name: every word of the language is one. */
    static boolean isName(int word) {
        return word >= RpcidlParser.RPCIDL && word <= RpcidlParser.IDENTIFIER;
    }

    private static boolean startsLine(TokenStream input) {
        Token previous = input.LT(-1);
        return previous == null || previous.getLine() < input.LT(1).getLine();
    }

    private static boolean startsTopLevel(int word) {
        return switch (word) {
            case RpcidlParser.RPCIDL,
                    RpcidlParser.PACKAGE,
                    RpcidlParser.IMPORT,
                    RpcidlParser.CONST,
                    RpcidlParser.TYPE,
                    RpcidlParser.ENUM,
                    RpcidlParser.CLOSED,
                    RpcidlParser.OPEN,
                    RpcidlParser.STRUCT,
                    RpcidlParser.UNION,
                    RpcidlParser.ERROR,
                    RpcidlParser.SERVICE -> true;
            default -> false;
        };
    }
}
