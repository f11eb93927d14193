package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the compiler has to say about the sources.
 *
 * @param code which kind of thing, stable over versions
 * @param severity how bad it is, as its code says unless it was asked for otherwise
 * @param span the place it is about
 * @param message one sentence
 * @param labels further places
 * @param help what to do about it, or null
 * @param fix a change that solves it, or null
 */
public record Diagnostic(
        Code code,
        Severity severity,
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
        return new Diagnostic(code, code.severity(), span, message, List.of(), null, null);
    }

    /** The same, as bad as given. */
    public Diagnostic severity(Severity other) {
        return new Diagnostic(code, other, span, message, labels, help, fix);
    }

    /** The same with one more place. */
    public Diagnostic label(Span place, String text) {
        List<Label> more = new ArrayList<>(labels);
        more.add(new Label(place, text));
        return new Diagnostic(code, severity, span, message, more, help, fix);
    }

    /** The same with all these places instead. */
    public Diagnostic labels(List<Label> places) {
        return new Diagnostic(code, severity, span, message, places, help, fix);
    }

    /** The same with the given help. */
    public Diagnostic help(String text) {
        return new Diagnostic(code, severity, span, message, labels, text, fix);
    }

    /** The same with the given fix. */
    public Diagnostic fix(Fix change) {
        return new Diagnostic(code, severity, span, message, labels, help, change);
    }
}
