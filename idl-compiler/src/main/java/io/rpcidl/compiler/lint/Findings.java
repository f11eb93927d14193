package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.ast.Name;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.Span;

/** Takes what rules find, and leaves out what the sources allow. */
final class Findings {

    private final Suppressions suppressions;
    private final Diagnostics diagnostics;

    Findings(Suppressions suppressions, Diagnostics diagnostics) {
        this.suppressions = suppressions;
        this.diagnostics = diagnostics;
    }

    /**
     * Reports a finding.
     *
     * @param advice what to do about it, without an end
     */
    void add(LintRule rule, Place place, Span span, String message, String advice) {
        if (!suppressions.allow(rule, place)) {
            String help = advice + "; or allow it with `@lint.allow(\"" + rule.name() + "\", \"the reason\")`";
            diagnostics.add(Diagnostic.of(rule.code(), span, message).help(help));
        }
    }

    /** Reports a name that is not written as such names are. */
    void addName(LintRule rule, Place place, String kind, Name name, NameCase wanted) {
        if (!wanted.fits(name.text())) {
            String message = "the name of the " + kind + " " + Quote.of(name.text()) + " is not in " + wanted.words();
            add(rule, place, name.span(), message, "name it " + Quote.of(wanted.of(name.text())));
        }
    }
}
