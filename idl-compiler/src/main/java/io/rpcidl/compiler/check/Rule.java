package io.rpcidl.compiler.check;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;

/** One rule that a program must keep. */
interface Rule {

    /** What it reports, and nothing else; no other rule reports it. */
    Code code();

    /** Whether it wants to know which sources have errors, and so comes after the other rules. */
    default boolean comesLast() {
        return false;
    }

    /** Reports every place where the program breaks the rule. */
    void check(Program program, Diagnostics diagnostics);
}
