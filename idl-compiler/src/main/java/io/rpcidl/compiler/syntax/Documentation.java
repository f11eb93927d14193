package io.rpcidl.compiler.syntax;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Edit;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.grammar.RpcidlLexer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Finds the documentation comments that stand before something. */
final class Documentation {

    private static final int MARK = "///".length();

    private final CommonTokenStream tokens;
    private final SyntaxErrors errors;
    private final BitSet used = new BitSet();

    Documentation(CommonTokenStream tokens, SyntaxErrors errors) {
        this.tokens = tokens;
        this.errors = errors;
    }

    /** The Markdown before the word, without the slashes and one blank behind them; empty when there is none. */
    String before(Token token) {
        List<Token> hidden = tokens.getHiddenTokensToLeft(token.getTokenIndex(), RpcidlLexer.COMMENTS);
        if (hidden == null) {
            return "";
        }
        StringJoiner text = new StringJoiner("\n");
        int lineOfWordBefore = lineOfWordBefore(hidden.get(0));
        for (Token comment : hidden) {
            boolean endsLine = comment.getLine() == lineOfWordBefore; // then it doesn't describe what follows
            if (comment.getType() == RpcidlLexer.DOCUMENTATION && !endsLine) {
                used.set(comment.getTokenIndex());
                String line = comment.getText().substring(MARK);
                text.add(line.startsWith(" ") ? line.substring(1) : line);
            }
        }
        return text.toString();
    }

    /** Warns of documentation that belongs to nothing, once for each run of lines. */
    void reportDangling() {
        List<Token> run = new ArrayList<>();
        for (Token token : tokens.getTokens()) {
            if (token.getType() == RpcidlLexer.DOCUMENTATION && !used.get(token.getTokenIndex())) {
                if (!run.isEmpty() && token.getLine() != run.get(run.size() - 1).getLine() + 1) {
                    reportDangling(run);
                    run.clear();
                }
                run.add(token);
            }
        }
        if (!run.isEmpty()) {
            reportDangling(run);
        }
    }

    private void reportDangling(List<Token> run) {
        List<Edit> edits = run.stream()
                .map(errors::span)
                .map(span -> new Edit(new Span(span.file(), span.start(), span.start() + MARK), "//"))
                .toList();
        String message = "this documentation belongs to nothing; move it before what it describes, or use `//`";
        errors.report(Diagnostic.of(Code.DANGLING_DOCUMENTATION, errors.span(run.get(0)), message)
                .fix(new Fix("make it an ordinary comment with `//`", edits)));
    }

    private int lineOfWordBefore(Token comment) {
        int index = comment.getTokenIndex() - 1;
        return index < 0 ? 0 : tokens.get(index).getLine();
    }
}
