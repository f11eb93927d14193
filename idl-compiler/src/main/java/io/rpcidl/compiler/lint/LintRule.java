package io.rpcidl.compiler.lint;

import io.rpcidl.compiler.diagnostic.Code;

/** One rule of lint. */
interface LintRule {

    /** The name by which sources and configurations know it: {@code field-name}. */
    String name();

    /** The code of its findings. */
    Code code();

    /** Whether it is on where no configuration says otherwise. */
    default boolean isOnByDefault() {
        return true;
    }

    /** The number that it takes where no configuration gives another; 0 for a rule that takes none. */
    default int defaultNumber() {
        return 0;
    }

    /** Reports every place where the sources break the rule. */
    void check(Linted linted, Findings findings);
}
