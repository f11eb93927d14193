package io.rpcidl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The tool as users have it: the jar and the script that starts it, in a folder of their own, run as processes. */
final class Installed {

    /** What the build packages. */
    static final Path JAR = Path.of("target/rpcidl.jar");

    private static final long MINUTES_AGAINST_HANGS = 5;

    private final Path home;

    /** Installs the tool below a folder. */
    Installed(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(bin());
        Files.copy(JAR, bin().resolve("rpcidl.jar"));
        Files.copy(Path.of("src/main/sh/rpcidl"), bin().resolve("rpcidl"));
        if (!bin().resolve("rpcidl").toFile().setExecutable(true)) {
            throw new IOException("the script can't be made executable");
        }
    }

    /** The folder of the script. */
    Path bin() {
        return home.resolve("bin");
    }

    /** The folder of the archives. */
    Path cache() {
        return home.resolve("cache");
    }

    /** Where processes run. */
    Path work() throws IOException {
        return Files.createDirectories(home.resolve("work"));
    }

    /** What a process came to. */
    record Run(int code, String out, String err) {}

    /** Runs a line of shell, which finds {@code rpcidl}. */
    Run shell(String shell, String line) throws IOException, InterruptedException {
        return run(Map.of(), List.of(shell, "-c", line));
    }

    /** Runs {@code java -jar rpcidl.jar}. */
    Run java(String... arguments) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-jar", bin().resolve("rpcidl.jar").toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command);
    }

    /** Runs a command with some more variables. */
    Run run(Map<String, String> variables, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "NO_COLOR"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", cache().toString());
        environment.put("PATH", bin() + ":" + environment.get("PATH"));
        environment.putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES_AGAINST_HANGS, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the process hangs: " + command);
        }
        return new Run(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
