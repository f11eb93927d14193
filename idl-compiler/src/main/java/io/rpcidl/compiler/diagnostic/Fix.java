package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;
import java.util.List;

/**
 * A change of the sources that a tool can make to solve a diagnostic. A diagnostic has one only when there is one obvious
 * repair, which changes no meaning of what was right and makes up no number.
 *
 * @param description what it does, such as {@code insert `;`}
 * @param edits the changes, which belong together: either all of them are made or none; at least one, and they don't
 *     overlap
 */
public record Fix(String description, List<Edit> edits) {

    public Fix {
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("a fix without an edit");
        }
    }

    /** Puts text at an empty place. */
    public static Fix insert(String description, Span place, String text) {
        return new Fix(description, List.of(new Edit(place, text)));
    }

    /** Takes text away. */
    public static Fix remove(String description, Span span) {
        return new Fix(description, List.of(new Edit(span, "")));
    }

    /** Puts other text in the place of one stretch. */
    public static Fix replace(String description, Span span, String text) {
        return new Fix(description, List.of(new Edit(span, text)));
    }
}
