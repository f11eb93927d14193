package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.grammar.RpcidlLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a source into words, reports those that are wrong, and holds the limits: 200,000 words, 64 open brackets, 128
 * characters in a name or number, 16,384 in a string. After a limit nothing more is read.
 */
final class TokenScanner {

    static final int MAX_TOKENS = 200_000;
    static final int MAX_NESTING = 64;
    static final int MAX_WORD = 128;
    /** So that a literal fits into a constant of a class file, whatever its characters. */
    static final int MAX_STRING = 16_384;

    private final SourceFile source;
    private final SyntaxErrors errors;
    private final List<Token> tokens = new ArrayList<>();
    private final LineIndex lines;
    private int nesting;

    TokenScanner(SourceFile source, SyntaxErrors errors) {
        this.lines = new LineIndex(source);
        this.source = source;
        this.errors = errors;
    }

    /** The words that the parser shall see, with the comments on a channel of their own. */
    List<Token> scan() {
        RpcidlLexer lexer = new RpcidlLexer(CharStreams.fromString(source.text()));
        lexer.removeErrorListeners();
        Token token = next(lexer);
        while (token.getType() != Token.EOF && !errors.stopped()) {
            if (tokens.size() == MAX_TOKENS) {
                stop(
                        token,
                        Code.TOO_MANY_TOKENS,
                        "the source has more than 200,000 words; split it into several files");
            } else if (check((CommonToken) token)) {
                tokens.add(token);
            }
            token = next(lexer);
        }
        tokens.add(token);
        return tokens;
    }

    /** ANTLR counts lines that end with LF alone; the language has CR too. */
    private Token next(RpcidlLexer lexer) {
        CommonToken token = (CommonToken) lexer.nextToken();
        token.setLine(lines.line(errors.span(token).start()));
        return token;
    }

    /** Whether the parser shall see the word. Wrong words get the type that they were most likely meant to have. */
    private boolean check(CommonToken token) {
        switch (token.getType()) {
            case RpcidlLexer.UNKNOWN_CHARACTER -> {
                word(token, Code.UNKNOWN_CHARACTER, "the language has no character " + quote(token));
                return false;
            }
            case RpcidlLexer.UNTERMINATED_COMMENT -> {
                word(token, Code.UNTERMINATED_COMMENT, "the comment has no end; close it with `*/`");
                return false;
            }
            case RpcidlLexer.UNTERMINATED_STRING -> {
                word(token, Code.UNTERMINATED_STRING, "the string has no end; close it with `\"` in the same line");
                token.setType(RpcidlLexer.STRING);
            }
            case RpcidlLexer.MALFORMED_NUMBER -> {
                word(token, Code.MALFORMED_NUMBER, quote(token) + " is not a number, nor a duration such as `500ms`");
                token.setType(RpcidlLexer.INTEGER);
            }
            case RpcidlLexer.MALFORMED_NAME -> {
                String rule = " is not a name; names are ASCII letters, digits and `_`, and start with a letter";
                word(token, Code.MALFORMED_NAME, quote(token) + rule);
                token.setType(RpcidlLexer.IDENTIFIER);
            }
            default -> {
                checkLength(token);
                checkNesting(token);
            }
        }
        return true;
    }

    private void checkLength(Token token) {
        int length = token.getStopIndex() - token.getStartIndex() + 1;
        boolean text = token.getType() == RpcidlLexer.STRING;
        if (token.getChannel() != Token.DEFAULT_CHANNEL || length <= (text ? MAX_STRING : MAX_WORD)) {
            return;
        }
        if (text) {
            word(token, Code.WORD_TOO_LONG, "the string is longer than 16,384 characters; shorten it");
        } else {
            word(token, Code.WORD_TOO_LONG, quote(token) + " is longer than 128 characters; shorten it");
        }
    }

    private void checkNesting(Token token) {
        switch (token.getType()) {
            case RpcidlLexer.LESS, RpcidlLexer.LEFT_PARENTHESIS, RpcidlLexer.LEFT_BRACE, RpcidlLexer.LEFT_BRACKET -> {
                if (++nesting > MAX_NESTING) {
                    stop(token, Code.TOO_DEEP, "brackets are nested deeper than 64; give the inner types names");
                }
            }
            case RpcidlLexer.GREATER,
                    RpcidlLexer.RIGHT_PARENTHESIS,
                    RpcidlLexer.RIGHT_BRACE,
                    RpcidlLexer.RIGHT_BRACKET -> nesting = Math.max(0, nesting - 1);
            default -> {}
        }
    }

    private void word(Token token, Code code, String message) {
        errors.reportWord(token, Diagnostic.of(code, errors.span(token), message));
    }

    private void stop(Token token, Code code, String message) {
        errors.stop(Diagnostic.of(code, errors.span(token), message));
    }

    private static String quote(Token token) {
        return Quote.of(token.getText());
    }
}
