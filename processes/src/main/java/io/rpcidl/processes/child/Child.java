package io.rpcidl.processes.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that this one has started. It speaks in lines: a question on its standard input is answered by one line on its
 * standard output.
 *
 * <p>It is ended by {@link #close}, by its own id and whatever state it is in, also when it has been stopped; a child that
 * reads its input ends by itself when this process is gone.
 */
public final class Child implements AutoCloseable {
    /** Against hangs only: a loaded machine may need most of a minute to start a JVM. */
    private static final long MOST_SECONDS = 120;

    private static final String ENDED = "\0ended";

    private final Process process;
    private final Writer input;
    private final Path errors;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread atExit;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a program; {@code command} is its name and its arguments. */
    public static Child start(List<String> command) {
        try {
            Path errors = Files.createTempFile("rpcidl-child-", ".log");
            return new Child(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't start " + command.get(0), failure);
        }
    }

    /** Starts a JVM like this one with {@code options} of its own, behind {@code before}, a program that starts others. */
    public static Child jvm(List<String> before, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Dio.netty.leakDetection.level=disabled"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return start(command);
    }

    /** The id of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * The next line of its output.
     *
     * @throws IllegalStateException when the process has ended, with what it has told of errors
     */
    public String line() {
        try {
            String line = lines.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException(
                        "process " + pid() + " has said nothing for " + MOST_SECONDS + " seconds");
            }
            if (line.equals(ENDED)) {
                lines.add(ENDED);
                throw new IllegalStateException("process " + pid() + " has ended: " + errors());
            }
            return line;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + pid() + " was asked", interrupted);
        }
    }

    /** Hands over each line of its output until it ends. */
    public void lines(Consumer<String> each) {
        try {
            for (String line = lines.take(); !line.equals(ENDED); line = lines.take()) {
                each.accept(line);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + pid() + " was heard", interrupted);
        }
    }

    /** Asks it a question and waits for the answer. */
    public String ask(String question) {
        try {
            input.write(question + "\n");
            input.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("process " + pid() + " does not listen: " + errors(), gone);
        }
        return line();
    }

    /** SIGKILL: it gets no chance to do anything more. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP: it stands still wherever it is. */
    public void stop() {
        signal("STOP");
    }

    /** SIGCONT: it goes on after {@link #stop}. */
    public void goOn() {
        signal("CONT");
    }

    /** Closes its input, waits until it has ended by itself, and gives its exit code. */
    public int end() {
        try {
            input.close();
        } catch (IOException gone) {
            throw new UncheckedIOException("process " + pid() + " has ended before: " + errors(), gone);
        }
        return awaitEnd();
    }

    /** What it has written to its standard error, as far as it matters: the last lines. */
    public String errors() {
        try {
            List<String> all = Files.readAllLines(errors, StandardCharsets.ISO_8859_1);
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException unreadable) {
            return "what it said can't be read: " + unreadable.getMessage();
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        try {
            Files.deleteIfExists(errors);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private void signal(String name) {
        int code = Commands.run("kill", "-" + name, Long.toString(pid())).code();
        if (code != 0) {
            throw new IllegalStateException("process " + pid() + " did not take the signal " + name);
        }
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + pid() + " has not ended in " + MOST_SECONDS + " seconds");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + pid() + " was to end", interrupted);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // The process was ended while its output was read.
        }
        lines.add(ENDED);
    }
}
