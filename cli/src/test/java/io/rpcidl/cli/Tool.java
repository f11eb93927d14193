package io.rpcidl.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tool in a folder of its own, without a process of its own. */
final class Tool {

    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    boolean terminal;

    /** What is piped into the tool. */
    byte[] input = {};

    Tool(Path folder) {
        this.folder = folder;
    }

    /** What one run came to; the folder of the tool is left out of the texts. */
    record Run(int code, String out, String err) {}

    Run run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            Session session = new Session(
                    new ByteArrayInputStream(input), outStream, errStream, folder, environment, () -> terminal);
            code = new CommandLineTool(session).run(line);
        }
        return new Run(code, text(out), text(err));
    }

    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    /** Writes a file of any kind. */
    Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a source below the folder {@code src}, in the package {@code shop}. */
    Path source(String name, String text) {
        return write("src/shop/" + name + ".rpcidl", "rpcidl 1;\npackage shop;\n" + text + "\n");
    }
}
