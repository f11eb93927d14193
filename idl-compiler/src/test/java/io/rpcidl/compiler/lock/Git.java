package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository of a test, which knows nothing of the user's own settings. */
public final class Git {

    private final Path folder;

    /** The repository at a folder, made when it is not one yet. */
    public Git(Path folder) {
        this.folder = folder;
        run("init", "-q", "-b", "main");
    }

    /** Runs git, which must succeed. */
    public String run(String... arguments) {
        Outcome outcome = attempt(arguments);
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return outcome.output();
    }

    /** What a run came to. */
    public record Outcome(int code, String output) {}

    /** Runs git. */
    public Outcome attempt(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e@example.org"));
        command.addAll(List.of("-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", folder.resolve("no-such-file").toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Commits everything. */
    public void commit(String message) {
        run("add", "-A");
        run("commit", "-q", "-m", message);
    }
}
