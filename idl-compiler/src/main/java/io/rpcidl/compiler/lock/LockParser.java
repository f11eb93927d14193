package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.LineIndex;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a lock file. Lines may stand in any order, since a merge may have mixed them. */
final class LockParser {

    private static final Set<String> WORDS = Set.of("const", "type", "enum", "struct", "union", "error", "service");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");
    private static final Pattern PACKAGE =
            Pattern.compile("package ([a-z][a-z0-9_.]*)( java ([A-Za-z_][A-Za-z0-9_.]*))?");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:\\.\\.([0-9]{1,5}))?");
    private static final Pattern CONFLICT = Pattern.compile("(<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|)( .*)?");
    private static final int LARGEST = 65_535;

    private final SourceFile file;
    private final LineIndex index;
    private final Diagnostics diagnostics;
    private final TreeMap<LockKey, LockLine> lines = new TreeMap<>();
    private @Nullable Matcher packageLine;
    private boolean failed;

    private LockParser(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.index = new LineIndex(file);
        this.diagnostics = diagnostics;
    }

    /** The lock, or null when the file is none: then it is reported why. */
    static @Nullable Lock parse(SourceFile file, Diagnostics diagnostics) {
        return new LockParser(file, diagnostics).parse();
    }

    private @Nullable Lock parse() {
        String[] texts = file.text().split("\n", -1);
        if (!header(texts[0])) {
            return null;
        }
        for (int i = 1; i < texts.length && !failed; i++) {
            String text = texts[i].endsWith("\r") ? texts[i].substring(0, texts[i].length() - 1) : texts[i];
            if (!text.isEmpty() && !text.startsWith("#")) {
                line(text, i + 1);
            }
        }
        if (!failed && packageLine == null) {
            report(1, "the lock file has no line `package`");
        }
        if (!failed) {
            lines.values().forEach(this::checkHead);
        }
        if (failed || packageLine == null) {
            return null;
        }
        String path = file.path().substring(0, file.path().length() - Lock.EXTENSION.length());
        return new Lock(path, packageLine.group(1), packageLine.group(3), lines, file);
    }

    private boolean header(String text) {
        String version = text.startsWith(Lock.HEADER)
                ? text.substring(Lock.HEADER.length()).strip()
                : "";
        if (version.equals("" + Lock.VERSION)) {
            return true;
        }
        report(
                1,
                version.matches("[0-9]{1,9}")
                        ? "the lock file has version " + version + ", this compiler knows version " + Lock.VERSION
                                + "; use the compiler that wrote it"
                        : "the lock file does not start with `" + Lock.HEADER + Lock.VERSION + "`");
        return false;
    }

    private void line(String text, int number) {
        if (CONFLICT.matcher(text).matches()) {
            report(number, "the lock file holds a merge that nobody has resolved; keep the lines of both sides");
            return;
        }
        if (text.startsWith("package ")) {
            Matcher found = PACKAGE.matcher(text);
            if (!found.matches() || packageLine != null) {
                report(number, packageLine == null ? "the line `package` is malformed" : "the package stands twice");
                return;
            }
            packageLine = found;
            return;
        }
        try {
            add(read(text, span(number)), number);
        } catch (IllegalArgumentException problem) {
            report(number, "the line is malformed: " + Quote.printable(String.valueOf(problem.getMessage())));
        }
    }

    private void add(LockLine line, int number) {
        LockLine earlier = lines.putIfAbsent(line.key(), line);
        if (earlier != null) {
            Span other = earlier.span();
            Diagnostic problem = Diagnostic.of(
                            Code.LOCK_FORMAT,
                            span(number),
                            "two lines are about "
                                    + Quote.of(line.word() + " " + line.key().text()))
                    .help("two branches gave out one number, or changed one thing in two ways: keep the line that is"
                            + " right and give the other a number of its own in the source");
            diagnostics.add(other == null ? problem : problem.label(other, "the other one"));
            failed = true;
        }
    }

    /**
     * Reads one line. What it says must be exactly what would be written for it.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static LockLine read(String text, Span span) {
        int end = text.indexOf(LockLine.SEPARATOR);
        String content = end < 0 ? "" : text.substring(end + LockLine.SEPARATOR.length());
        Words words = new Words(end < 0 ? text : text.substring(0, end));
        String word = words.next("a definition");
        if (!WORDS.contains(word)) {
            throw new IllegalArgumentException("`" + word + "` declares nothing");
        }
        LockKey key = key(words);
        boolean removed = words.take("removed");
        words.end();
        LockLine line = new LockLine(key, word, removed, content, span);
        if (!removed) {
            Contents.check(line);
        }
        if (!line.text().equals(text)) {
            throw new IllegalArgumentException("it should be `" + line.text() + "`");
        }
        return line;
    }

    private static LockKey key(Words words) {
        String name = words.next("the name of a definition");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name + "` is no name");
        }
        if (words.take("reserved")) {
            String what = words.next("what is reserved");
            if (what.startsWith("\"")) {
                return LockKey.reserved(name, Quoted.parse(what));
            }
            Matcher range = RANGE.matcher(what);
            if (!range.matches()) {
                throw new IllegalArgumentException("`" + what + "` is no range of numbers");
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last > LARGEST || last < first) {
                throw new IllegalArgumentException("`" + what + "` is no range of numbers");
            }
            return LockKey.reserved(name, first, last);
        }
        if (!words.startsWithDigit()) {
            return LockKey.head(name);
        }
        LockKey member = LockKey.member(name, words.number("a number"));
        if (words.take("parameter")) {
            return member.part(LockKey.Part.PARAMETER, words.number("the number of a parameter"));
        }
        if (words.take("throws")) {
            return member.part(LockKey.Part.THROWS, words.number("the number of an error"));
        }
        return words.take("stream") ? member.part(LockKey.Part.STREAM, -1) : member;
    }

    /** A line about a part needs the line of the whole, and both must agree on what the whole is. */
    private void checkHead(LockLine line) {
        LockLine head = lines.get(LockKey.head(line.key().definition()));
        boolean part = line.key().part() != LockKey.Part.WHOLE;
        boolean alone = head == null
                || !head.word().equals(line.word())
                || (part && !lines.containsKey(line.key().method()));
        boolean outlives =
                head != null && head.removed() && !line.removed() && line.key().role() == LockKey.Role.MEMBER;
        Span span = line.span();
        if ((alone || outlives) && span != null) {
            String whole = line.word() + " " + line.key().definition()
                    + (part ? " " + line.key().number() : "");
            diagnostics.add(Diagnostic.of(
                    Code.LOCK_FORMAT,
                    span,
                    alone ? "no line declares " + Quote.of(whole) : Quote.of(whole) + " is removed, but this is not"));
            failed = true;
        }
    }

    private Span span(int line) {
        int start = index.start(line);
        return new Span(file, start, start + index.text(line).length());
    }

    private void report(int line, String message) {
        diagnostics.add(Diagnostic.of(Code.LOCK_FORMAT, span(line), message));
        failed = true;
    }
}
