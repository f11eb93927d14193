package io.rpcidl.processes.network;

import io.rpcidl.processes.child.Child;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** All that may be wrong with a network, one after the other. */
public final class Troubles {

    private Troubles() {}

    /**
     * Tries them in a network namespace and tells of each.
     *
     * @return 0 when all was told that is true and nothing else
     * @throws IllegalStateException when there are no namespaces here, see {@link Namespace#missing}
     */
    public static int run(Path ledger, PrintStream out) {
        try (Child process = Namespace.start(NetworkProcess.class, List.of(ledger.toString()))) {
            process.lines(out::println);
            int code = process.end();
            out.print(process.errors());
            return code;
        }
    }
}
