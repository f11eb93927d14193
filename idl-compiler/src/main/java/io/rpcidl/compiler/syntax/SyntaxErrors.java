package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.BitSet;
import org.antlr.v4.runtime.Token;

/** The syntax errors of one source: keeps to the limit, and keeps the parser quiet about what the scanner has said. */
final class SyntaxErrors {

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final Offsets offsets;
    private final BitSet reportedLines = new BitSet();
    private int count;
    private boolean stopped;
    private boolean openEnd;

    SyntaxErrors(SourceFile source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.offsets = new Offsets(source.text());
    }

    void report(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR && ++count > Diagnostics.MAX_ERRORS_PER_FILE) {
            return;
        }
        diagnostics.add(diagnostic);
    }

    /** An error in a word; the parser then says nothing about the same line, nor do stray characters behind it. */
    void reportWord(Token token, Diagnostic diagnostic) {
        boolean stray = diagnostic.code() == Code.UNKNOWN_CHARACTER || diagnostic.code() == Code.UNTERMINATED_STRING;
        if (stray && reportedLines.get(token.getLine())) {
            return;
        }
        reportedLines.set(token.getLine());
        openEnd |= diagnostic.code() == Code.UNTERMINATED_COMMENT;
        report(diagnostic);
    }

    /** An error after which parsing makes no sense. */
    void stop(Diagnostic diagnostic) {
        stopped = true;
        report(diagnostic);
    }

    /** Whether what the parser stumbles over is most likely the consequence of a bad word. */
    boolean alreadyReported(Token previous, Token offending) {
        return reportedLines.get(previous.getLine())
                || reportedLines.get(offending.getLine())
                || (openEnd && offending.getType() == Token.EOF);
    }

    boolean any() {
        return count > 0;
    }

    boolean stopped() {
        return stopped;
    }

    Span span(Token token) {
        int length = source.text().length();
        if (token.getType() == Token.EOF) {
            return new Span(source, length, length);
        }
        return new Span(source, offsets.utf16(token.getStartIndex()), offsets.utf16(token.getStopIndex() + 1));
    }
}
