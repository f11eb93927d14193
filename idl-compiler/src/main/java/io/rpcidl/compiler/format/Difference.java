package io.rpcidl.compiler.format;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;

/** What formatting changes in a source. */
public final class Difference {

    private final SourceFile source;
    private final String formatted;

    /** Between a source and its formatted text, which is another one. */
    public Difference(SourceFile source, String formatted) {
        this.source = source;
        this.formatted = formatted;
    }

    /** Points at the first line that changes, with a fix that changes them all. */
    public Diagnostic diagnostic() {
        String text = source.text();
        int common = commonStart(text, formatted);
        LineIndex lines = new LineIndex(source);
        int line = lines.line(Math.min(common, text.length()));
        int start = lines.start(line);
        Span written = new Span(source, start, start + lines.text(line).length());
        return Diagnostic.of(Code.NOT_FORMATTED, written, "the source is not formatted: " + what(written))
                .help("format it with `rpcidl format`, or with `rpcidl:format` in Maven")
                .fix(fix(common));
    }

    /** Up to the first difference both texts are the same, so the line starts at the same offset in both. */
    private String what(Span written) {
        int end = formatted.indexOf('\n', Math.min(written.start(), formatted.length()));
        String line = end < 0 ? "" : formatted.substring(written.start(), end);
        if (end < 0 || (written.text().isEmpty() && !line.isEmpty())) {
            return "this line goes away";
        }
        if (line.isEmpty()) {
            return "a blank line comes before this one";
        }
        return line.equals(written.text()) ? "the end of this line changes" : "this line becomes " + Quote.of(line);
    }

    private Fix fix(int common) {
        String text = source.text();
        int most = Math.min(text.length(), formatted.length()) - common;
        int same = 0;
        while (same < most
                && text.charAt(text.length() - 1 - same) == formatted.charAt(formatted.length() - 1 - same)) {
            same++;
        }
        Span changed = new Span(source, common, text.length() - same);
        return Fix.replace("format the source", changed, formatted.substring(common, formatted.length() - same));
    }

    private static int commonStart(String left, String right) {
        int end = Math.min(left.length(), right.length());
        int same = 0;
        while (same < end && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same;
    }
}
