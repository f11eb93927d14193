package io.rpcidl.processes.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short programs of the system that are run to their end. */
public final class Commands {

    private Commands() {}

    /**
     * What a program has come to.
     *
     * @param code its exit code, -1 when there is no such program
     * @param output all that it has written
     */
    public record Result(int code, String output) {}

    /** Runs a program to its end. */
    public static Result run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command[0] + " ran", interrupted);
        } catch (IOException absent) {
            return new Result(-1, String.valueOf(absent.getMessage()));
        }
    }

    /**
     * Runs a program that has to succeed.
     *
     * @throws UncheckedIOException when it does not, with what it said
     */
    public static String require(String... command) {
        Result result = run(command);
        if (result.code() != 0) {
            throw new UncheckedIOException(new IOException(String.join(" ", command) + ": " + result.output()));
        }
        return result.output();
    }
}
