package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the Markdown of documentation comments into Javadoc: paragraphs, lists and code spans; everything else stays the
 * text that it is.
 *
 * <p>No text can leave its comment or start a tag: whatever means something to javac or to javadoc becomes a character
 * reference, the backslash among it, because javac decodes unicode escapes before it sees comments.
 */
final class Documentation {

    private static final int WIDTH = 100;

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    private Documentation() {}

    /** The documentation as written. */
    static Documentation of(String markdown) {
        Documentation documentation = new Documentation();
        Markdown.paragraphs(markdown).forEach(documentation.paragraphs::add);
        return documentation;
    }

    /** The documentation as written, or the given sentence where nothing was written. */
    static Documentation of(String markdown, String otherwise) {
        Documentation documentation = of(markdown);
        return documentation.paragraphs.isEmpty() ? documentation.paragraph(otherwise) : documentation;
    }

    /** Adds a paragraph of our own, which is Javadoc already. */
    Documentation paragraph(String javadoc) {
        paragraphs.add(javadoc);
        return this;
    }

    /** Adds a block tag such as {@code param note}; nothing when there is nothing to say. */
    Documentation tag(String tag, String markdown) {
        String text = String.join(" ", Markdown.paragraphs(markdown)).replace("\n", " ");
        if (!text.isBlank()) {
            tags.add(tag + " " + text);
        }
        return this;
    }

    /** The first paragraph of a documentation, or what is said where there is none. */
    static String summary(String markdown, String otherwise) {
        String summary = BLANK_LINE.split(markdown.strip(), 2)[0];
        return summary.isEmpty() ? otherwise : summary;
    }

    /** Adds what {@code @deprecated} says, if it is there. */
    Documentation deprecated(@Nullable String reason) {
        if (reason != null) {
            tags.add(("@deprecated " + Markdown.text(reason.replaceAll("\\s+", " "))).strip());
        }
        return this;
    }

    /** The Javadoc, empty when there is none. */
    CodeBlock javadoc() {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            boolean block = paragraph.startsWith("<ul>") || paragraph.startsWith("<p>");
            wrap(lines.isEmpty() || block ? paragraph : "<p>" + paragraph, lines);
        }
        if (!lines.isEmpty() && !tags.isEmpty()) {
            lines.add("");
        }
        tags.forEach(tag -> wrap(tag, lines));
        return lines.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L\n", String.join("\n", lines));
    }

    private static void wrap(String text, List<String> lines) {
        for (String line : text.split("\n", -1)) {
            int start = 0;
            while (line.length() - start > WIDTH) {
                int space = line.lastIndexOf(' ', start + WIDTH);
                space = space > start ? space : line.indexOf(' ', start + WIDTH);
                if (space < 0) {
                    break;
                }
                lines.add(line.substring(start, space));
                start = space + 1;
            }
            lines.add(line.substring(start));
        }
    }
}
