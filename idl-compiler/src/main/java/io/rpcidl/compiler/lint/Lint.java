package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;

/** Looks for what is legal and yet better done otherwise. */
public final class Lint {

    private Lint() {}

    /**
     * Reports, as warnings, what the rules that are on find in the sources of the request and what these don't allow.
     *
     * @param program without errors
     */
    @SuppressWarnings("exports") // only the facade calls it, which is in the module
    public static void run(Program program, LintConfiguration configuration, Diagnostics diagnostics) {
        Linted linted = new Linted(program, configuration);
        Suppressions suppressions = new Suppressions(linted, configuration);
        Findings findings = new Findings(suppressions, diagnostics);
        LintRules.ALL.stream().filter(configuration::isOn).forEach(rule -> rule.check(linted, findings));
        suppressions.check(diagnostics);
    }
}
