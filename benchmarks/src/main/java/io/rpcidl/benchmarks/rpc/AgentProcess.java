package io.rpcidl.benchmarks.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that runs an {@link Agent}: commands go in, answers come out, and every wait has an end. */
final class AgentProcess implements AutoCloseable {
    private static final long ANSWER_SECONDS = 60;
    private static final long END_SECONDS = 5;
    private static final String GONE = "@gone";

    private final String title;
    private final Process process;
    private final PrintStream commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /** Starts the JVM that runs this one once more. */
    AgentProcess(List<String> jvmOptions, String... arguments) throws IOException {
        title = String.join(" ", arguments);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Agent.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers of " + title);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("@")) {
                    answers.add(line);
                } else {
                    System.err.println(title + ": " + line);
                }
            }
        } catch (IOException closed) {
            System.err.println(title + ": " + closed);
        }
        answers.add(GONE);
    }

    void command(String line) {
        commands.println(line);
    }

    /** The words behind {@code keyword} of the next answer, which must begin with it. */
    String[] await(String keyword) throws InterruptedException {
        String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException(title + " has not answered within " + ANSWER_SECONDS + " seconds");
        }
        String[] words = answer.substring(1).split(" ", -1);
        if (!words[0].equals(keyword)) {
            throw new IllegalStateException(title + " answered '" + answer + "' where '" + keyword + "' was due");
        }
        return List.of(words).subList(1, words.length).toArray(String[]::new);
    }

    String[] ask(String line, String keyword) throws InterruptedException {
        command(line);
        return await(keyword);
    }

    /** What it has used so far. */
    Usage usage() throws InterruptedException {
        String[] words = ask("usage", "usage");
        return new Usage(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    /** Octets of live objects in it. */
    long heap() throws InterruptedException {
        return Long.parseLong(ask("heap", "heap")[0]);
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
