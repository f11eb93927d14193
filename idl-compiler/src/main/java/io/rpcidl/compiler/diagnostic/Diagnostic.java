package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the compiler has to say about the sources.
 *
 * @param code which kind of thing, stable over versions; it also decides the severity
 * @param span the place it is about
 * @param message one sentence
 * @param labels further places
 * @param help what to do about it, or null
 * @param fix a change that solves it, or null
 */
public record Diagnostic(
        Code code,
        Span span,
        String message,
        List<Label> labels,
        @Nullable String help,
        @Nullable Fix fix) {

    public Diagnostic {
        labels = List.copyOf(labels);
    }

    /** A diagnostic that says no more than its sentence. */
    public static Diagnostic of(Code code, Span span, String message) {
        return new Diagnostic(code, span, message, List.of(), null, null);
    }

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** The same with one more place. */
    public Diagnostic label(Span place, String text) {
        List<Label> more = new ArrayList<>(labels);
        more.add(new Label(place, text));
        return new Diagnostic(code, span, message, more, help, fix);
    }

    /** The same with all these places instead. */
    public Diagnostic labels(List<Label> places) {
        return new Diagnostic(code, span, message, places, help, fix);
    }

    /** The same with the given help. */
    public Diagnostic help(String text) {
        return new Diagnostic(code, span, message, labels, text, fix);
    }

    /** The same with the given fix. */
    public Diagnostic fix(Fix change) {
        return new Diagnostic(code, span, message, labels, help, change);
    }
}
