package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Quote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code git} in a folder: without a shell, without asking anybody, and for a limited time and output. */
final class GitCommand {

    private static final int MAX_OUTPUT = 256 << 20;
    private static final int MAX_ERRORS = 64 << 10;
    private static final int SECONDS = 120;

    private final Path folder;
    private final String program;

    GitCommand(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * What one run came to.
     *
     * @param code 0 when it went well
     * @param output what it wrote
     * @param errors the first line of what it complained about
     */
    record Result(int code, ByteArrayOutputStream output, String errors) {

        String text() {
            return output.toString(StandardCharsets.UTF_8);
        }
    }

    /**
     * Runs git with these arguments.
     *
     * @param input what it reads
     * @throws BaselineException if git is not there, or exceeds a limit
     */
    Result run(byte[] input, List<String> arguments) throws BaselineException {
        List<String> command = new ArrayList<>(List.of(program, "-c", "core.fsmonitor=false", "--no-pager"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        environment(builder.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new BaselineException("the program `git` can't be started in that folder; install it, or compare with"
                    + " a folder, a jar or lock files");
        }
        try {
            return collect(process, input);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Messages in English, no questions, no network; the folder alone says which repository is meant. */
    private static void environment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ASKPASS", "");
        environment.put("SSH_ASKPASS", "");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("LC_ALL", "C");
    }

    private Result collect(Process process, byte[] input) throws BaselineException {
        Limited output = new Limited(process.getInputStream(), MAX_OUTPUT, process);
        Limited errors = new Limited(process.getErrorStream(), MAX_ERRORS, process);
        Thread writer = daemon(() -> write(process.getOutputStream(), input));
        List<Thread> threads = List.of(daemon(output), daemon(errors), writer);
        try {
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            // not before its output is read: destroying a process throws away what nobody has read yet
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
                ended &= !thread.isAlive();
            }
            if (!ended) {
                throw new BaselineException("git did not end within " + SECONDS + " seconds");
            }
            if (output.exceeded) {
                throw new BaselineException("git wrote more than 256 MiB");
            }
            String text = errors.bytes.toString(StandardCharsets.UTF_8);
            String first = text.lines().findFirst().orElse("");
            return new Result(process.waitFor(), output.bytes, first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BaselineException("reading it was interrupted");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rpcidl-git");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A git that ends before it has read all says why itself. */
    private static void write(OutputStream out, byte[] input) {
        try (out) {
            out.write(input);
        } catch (IOException e) {
            return;
        }
    }

    /** What git complained about, as a message repeats it. */
    static String quoted(Result result) {
        return Quote.of(result.errors.isEmpty() ? "git ended with code " + result.code : result.errors);
    }

    /** Reads a stream up to a limit, and ends the process beyond it. */
    private static final class Limited implements Runnable {

        private final InputStream in;
        private final int limit;
        private final Process process;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile boolean exceeded;

        Limited(InputStream in, int limit, Process process) {
            this.in = in;
            this.limit = limit;
            this.process = process;
        }

        @Override
        public void run() {
            try (in) {
                bytes.writeBytes(in.readNBytes(limit));
                if (in.read() >= 0) {
                    exceeded = true;
                    process.destroyForcibly();
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
