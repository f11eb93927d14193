package io.rpcidl.compiler.check;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;

/** One rule that a program must keep. */
interface Rule {

    /** Reports every place where the program breaks the rule. */
    void check(Program program, Diagnostics diagnostics);
}
