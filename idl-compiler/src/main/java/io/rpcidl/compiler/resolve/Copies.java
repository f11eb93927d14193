package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees to it that roots which hold the same path hold the same text: else the order of roots would decide. */
final class Copies {

    private final Diagnostics diagnostics;

    Copies(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Compares a source with what other roots hold under its path; the first difference is reported.
     *
     * @param wanted the import that asked for it, or null when it is one of the sources
     */
    void compare(SourceFile file, List<Found> others, @Nullable Span wanted) {
        for (Found other : others) {
            SourceFile copy = other.read().file();
            int difference = difference(file.text(), copy.text());
            if (difference >= 0) {
                report(at(file, difference), at(copy, difference), wanted);
                return;
            }
        }
    }

    private void report(Span first, Span second, @Nullable Span wanted) {
        String message = "two roots hold " + Quote.of(first.file().path()) + " with different content";
        Diagnostic conflict = Diagnostic.of(Code.DIFFERENT_COPIES, wanted == null ? first : wanted, message);
        if (wanted != null) {
            conflict = conflict.label(first, "the first difference, here");
        }
        diagnostics.add(conflict.label(second, wanted == null ? "the first difference" : "and here")
                .help("leave one of the two out, or bring both to the same version"));
    }

    /** Where two texts differ first, or -1 when they don't. */
    private static int difference(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return one.length() == other.length() ? -1 : common;
    }

    private static Span at(SourceFile file, int offset) {
        return new Span(file, offset, Math.min(offset + 1, file.text().length()));
    }
}
