package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Makes one format of a piece of code, with the margins of its lines written out. */
final class CodeFormat {

    /** How many margins the rest of a statement has more. */
    private static final int CONTINUATION = 2;

    private final String margin;
    private final StringBuilder format = new StringBuilder();
    private final List<Object> types = new ArrayList<>();
    private int level;
    private boolean lineStart;
    private boolean statement;
    private boolean broken;

    /** A format whose lines are indented by this, for each level. */
    CodeFormat(String margin) {
        this.margin = margin;
    }

    /** The next part of a piece of code. */
    void add(Object part) {
        if (part instanceof String text) {
            text(text);
        } else if (part instanceof TypeName type) {
            margin();
            format.append("$T");
            types.add(type);
        } else {
            mark((Code.Mark) part);
        }
    }

    CodeBlock block() {
        return CodeBlock.of(format.toString(), types.toArray());
    }

    /** The same with the full names of types. */
    String text() {
        return block().toString();
    }

    private void mark(Code.Mark mark) {
        switch (mark) {
            case INDENT -> level++;
            case UNINDENT -> level--;
            case STATEMENT -> {
                statement = true;
                broken = false;
            }
            case STATEMENT_END -> {
                statement = false;
                level -= broken ? CONTINUATION : 0;
            }
        }
    }

    private void text(String text) {
        String escaped = text.indexOf('$') < 0 ? text : text.replace("$", "$$");
        int start = 0;
        while (start < escaped.length()) {
            int end = escaped.indexOf('\n', start);
            if (end != start) {
                margin();
            }
            format.append(escaped, start, end < 0 ? escaped.length() : end);
            if (end < 0) {
                return;
            }
            newLine();
            start = end + 1;
        }
    }

    private void newLine() {
        format.append('\n');
        lineStart = true;
        if (statement && !broken) {
            broken = true;
            level += CONTINUATION;
        }
    }

    private void margin() {
        if (lineStart) {
            format.append(margin.repeat(level));
            lineStart = false;
        }
    }
}
