package io.rpcidl.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What surrounds one run of the tool.
 *
 * @param in what is piped into the tool
 * @param out for findings, documents and help that was asked for
 * @param err for the reason why a command could not run
 * @param directory that relative paths are resolved against
 * @param environment the variables of the process
 * @param terminal whether a person looks at {@code out}; asked only when it matters
 */
record Session(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Map<String, String> environment,
        BooleanSupplier terminal) {

    /** A path as the user wrote it. */
    Path path(String text) throws UsageException {
        try {
            return directory.resolve(text);
        } catch (InvalidPathException e) {
            throw new UsageException(Words.quote(text) + " can't be a path on this platform: " + e.getReason());
        }
    }
}
