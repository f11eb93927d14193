package io.rpcidl.compiler.syntax;

import io.rpcidl.grammar.RpcidlParser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** What the next words can be the start of. */
final class Words {

    private Words() {}

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
                    RpcidlParser.STRUCT,
                    RpcidlParser.UNION,
                    RpcidlParser.ERROR,
                    RpcidlParser.SERVICE -> true;
            default -> false;
        };
    }
}
