package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Shows diagnostics as text, with the source lines underlined. Lines end with LF whatever the platform; characters that
 * could fool a terminal or a log are spelled out. Not safe for use by several threads.
 */
public final class DiagnosticRenderer {

    /** How many places of one diagnostic are shown. */
    private static final int MAX_LABELS = 100;

    private final IdentityHashMap<SourceFile, LineIndex> indexes = new IdentityHashMap<>();
    private final Palette palette;

    /** Plain text. Keeps what it knows about the lines of sources from one diagnostic to the next. */
    public DiagnosticRenderer() {
        this(Colour.NEVER);
    }

    /** Text with or without colours; text of users never brings a colour of its own. */
    public DiagnosticRenderer(Colour colour) {
        this.palette = new Palette(colour);
    }

    /** All diagnostics, each over several lines, with an empty line between them. */
    public String text(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(out.isEmpty() ? "" : "\n").append(text(diagnostic));
        }
        return out.toString();
    }

    /** One diagnostic over several lines: its sentence, the source lines it is about, its help. */
    public String text(Diagnostic diagnostic) {
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        String title = severity + "[" + diagnostic.code().id() + "]";
        StringBuilder out = new StringBuilder(palette.severity(diagnostic.severity(), title))
                .append(palette.sentence(": " + Quote.printable(diagnostic.message())))
                .append('\n');
        List<Mark> marks = marks(diagnostic);
        int margin = marks.stream().mapToInt(mark -> digits(mark.line())).max().orElse(1);
        String blank = " ".repeat(margin);
        arrow(out, blank + "--> ", diagnostic.span());
        lines(diagnostic, marks, margin, out);
        if (diagnostic.labels().size() > MAX_LABELS) {
            int more = diagnostic.labels().size() - MAX_LABELS;
            out.append(palette.frame(blank + " = ")).append("and " + more + " more places\n");
        }
        if (diagnostic.help() != null) {
            advice(out, blank, "help", diagnostic.help());
        }
        if (diagnostic.fix() != null) {
            advice(out, blank, "fix", diagnostic.fix().description());
        }
        return out.toString();
    }

    private void lines(Diagnostic diagnostic, List<Mark> marks, int margin, StringBuilder out) {
        SourceFile file = diagnostic.span().file();
        int line = 0;
        for (Mark mark : marks) {
            Span span = mark.label().span();
            SourceFile other = span.file();
            if (!other.equals(file)) {
                arrow(out, " ".repeat(margin) + "::: ", span);
                line = 0;
            }
            SourceLine source = new SourceLine(index(other), mark.line(), span);
            if (line != 0 && mark.line() > line + 1) {
                out.append(palette.frame("...")).append('\n');
            }
            if (mark.line() != line || source.isCut()) {
                out.append(source.text(margin, palette));
            }
            String message = Quote.printable(mark.label().message());
            out.append(
                    mark.primary()
                            ? source.underline(
                                    margin,
                                    '^',
                                    message,
                                    palette,
                                    text -> palette.severity(diagnostic.severity(), text))
                            : source.underline(margin, '-', message, palette, palette::further));
            file = other;
            line = mark.line();
        }
    }

    private void arrow(StringBuilder out, String arrow, Span span) {
        out.append(palette.frame(arrow)).append(place(span)).append('\n');
    }

    private void advice(StringBuilder out, String blank, String word, String text) {
        out.append(palette.frame(blank + " = "))
                .append(palette.advice(word))
                .append(": ")
                .append(Quote.printable(text))
                .append('\n');
    }

    /** One diagnostic in one line, as build tools know it: {@code path:[line,column] CODE message}. */
    public String line(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        LineIndex index = index(span.file());
        return Quote.printable(span.file().location()) + ":[" + index.line(span.start()) + ","
                + index.column(span.start()) + "] " + diagnostic.code().id() + " "
                + Quote.printable(diagnostic.message());
    }

    /** The primary place first, then the others of its file by line, then those of other files in their order. */
    private List<Mark> marks(Diagnostic diagnostic) {
        Mark primary = mark(new Label(diagnostic.span(), ""), true);
        List<Mark> here = new ArrayList<>(List.of(primary));
        List<Mark> elsewhere = new ArrayList<>();
        diagnostic.labels().stream().limit(MAX_LABELS).forEach(label -> {
            boolean sameFile = label.span().file().equals(diagnostic.span().file());
            (sameFile ? here : elsewhere).add(mark(label, false));
        });
        here.sort(Comparator.comparingInt((Mark mark) -> mark.label().span().start()));
        here.addAll(elsewhere);
        return here;
    }

    private Mark mark(Label label, boolean primary) {
        return new Mark(
                label, primary, index(label.span().file()).line(label.span().start()));
    }

    private String place(Span span) {
        LineIndex index = index(span.file());
        return Quote.printable(span.file().location()) + ":" + index.line(span.start()) + ":"
                + index.column(span.start());
    }

    private LineIndex index(SourceFile file) {
        return indexes.computeIfAbsent(file, LineIndex::new);
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private record Mark(Label label, boolean primary, int line) {}
}
