package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.Span;
import org.antlr.v4.runtime.Token;

/** What a string literal says: the text between the quotes with its escapes replaced. */
final class StringText {

    private static final int MAX_HEX_DIGITS = 6;

    private final String text;
    private final Span span;
    private final SyntaxErrors errors;
    private final StringBuilder value = new StringBuilder();
    private int position = 1;

    StringText(Token token, SyntaxErrors errors) {
        this.text = token.getText();
        this.span = errors.span(token);
        this.errors = errors;
    }

    String unescaped() {
        int end = text.length() - 1;
        while (position < end) {
            char unit = text.charAt(position++);
            if (unit == '\\') {
                escape();
            } else {
                value.append(unit);
            }
        }
        return value.toString();
    }

    private void escape() {
        int start = position - 1;
        char kind = text.charAt(position++);
        switch (kind) {
            case '"', '\\' -> value.append(kind);
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'u' -> codePoint(start);
            default -> {
                if (Character.isHighSurrogate(kind)) {
                    position++;
                }
                unknown(start, " is no escape; use `\\\"`, `\\\\`, `\\n`, `\\t`, `\\r` or `\\u{...}`");
            }
        }
    }

    private void codePoint(int start) {
        int close = text.indexOf('}', position);
        boolean braces = close > 0 && text.charAt(position) == '{';
        String digits = braces ? text.substring(position + 1, close) : "";
        if (!digits.matches("[0-9A-Fa-f]{1," + MAX_HEX_DIGITS + "}")) {
            unknown(start, " is no escape; write one to six hexadecimal digits, `\\u{1F600}`");
            return;
        }
        position = close + 1;
        int codePoint = Integer.parseInt(digits, 16);
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (codePoint > Character.MAX_CODE_POINT || surrogate) {
            unknown(start, " names no character; use one from 0 to 10FFFF that is not a surrogate");
        } else {
            value.appendCodePoint(codePoint);
        }
    }

    private void unknown(int start, String why) {
        Span place = new Span(span.file(), span.start() + start, span.start() + position);
        errors.report(Diagnostic.of(Code.UNKNOWN_ESCAPE, place, Quote.of(text.substring(start, position)) + why));
    }
}
