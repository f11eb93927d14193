package io.rpcidl.cli;

import java.io.IOException;
import java.util.List;

/** One command of the tool. */
interface Command {

    /** The word that calls it. */
    String name();

    /** What it does: a line for the list of commands, then more for its own help. */
    List<String> description();

    /** What may stand behind it. */
    Syntax syntax();

    /**
     * Does what was asked for.
     *
     * @return one of {@link ExitCode}
     * @throws UsageException when it can't run as it was called
     * @throws IOException when a file can't be read or written
     */
    int run(Arguments arguments, Session session) throws UsageException, IOException;
}
