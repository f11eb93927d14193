package io.rpcidl.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run that succeeded went by and came to, kept in the output folder until the next one.
 *
 * @param parameters the plugin and its configuration, a line each
 * @param inputs what was read
 * @param imported the import paths that were followed
 * @param warnings lines for the log, which are repeated when there is nothing to do
 * @param outputs the generated files
 */
record LastRun(
        List<String> parameters,
        Inputs inputs,
        List<String> imported,
        List<String> warnings,
        List<OutputStamp> outputs) {

    /** Beside the compiler's own list of its files; no generated file can have such a name. */
    static final String NAME = ".rpcidl-last-run";

    private static final String VERSION = "rpcidl last run 2";

    LastRun {
        parameters = List.copyOf(parameters);
        imported = List.copyOf(imported);
        warnings = List.copyOf(warnings);
        outputs = List.copyOf(outputs);
    }

    /** What was kept, or null when there is nothing, or nothing that makes sense: then everything is done anew. */
    static @Nullable LastRun read(Path output) {
        Path file = output.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Keeps what a run came to.
     *
     * @param paths the generated files, whose state is taken now
     */
    static void write(Path output, LastRun run, List<Path> paths) throws IOException {
        Path fresh = output.resolve(NAME + ".new");
        Files.write(fresh, new byte[0]);
        try {
            List<OutputStamp> stamps = OutputStamp.of(paths, output, Files.getLastModifiedTime(fresh));
            new LastRun(run.parameters, run.inputs, run.imported, run.warnings, stamps).replace(output, fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Keeps the same with other stamps of what was read, so that the next run need not read it. */
    void rewrite(Path output, SortedMap<String, String> stamps) throws IOException {
        Path fresh = output.resolve(NAME + ".new");
        try {
            new LastRun(parameters, new Inputs(inputs.digests(), stamps), imported, warnings, outputs)
                    .replace(output, fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void replace(Path output, Path fresh) throws IOException {
        Files.writeString(fresh, String.join("\n", lines()) + "\n");
        Files.move(fresh, output.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets the run in a folder. */
    static void forget(Path output) throws IOException {
        Files.deleteIfExists(output.resolve(NAME));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(VERSION);
        parameters.forEach(line -> lines.add("p" + Line.escape(line)));
        inputs.digests().forEach((location, digest) -> lines.add("i" + digest + " " + Line.escape(location)));
        inputs.stamps().forEach((location, stamp) -> lines.add("s" + stamp + " " + Line.escape(location)));
        imported.forEach(path -> lines.add("m" + Line.escape(path)));
        warnings.forEach(line -> lines.add("w" + Line.escape(line)));
        outputs.forEach(stamp -> lines.add("o" + stamp.line()));
        return lines;
    }

    /** One pass over the text: a line for each generated file makes it long. */
    private static LastRun parse(String text) {
        if (!text.startsWith(VERSION + "\n") || !text.endsWith("\n")) {
            throw new IllegalArgumentException("another version, or cut off");
        }
        Inputs inputs = Inputs.none();
        List<String> parameters = new ArrayList<>();
        List<String> imported = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<OutputStamp> outputs = new ArrayList<>();
        int start = VERSION.length() + 1;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            String rest = text.substring(Math.min(start + 1, end), end);
            switch (text.charAt(start)) {
                case 'p' -> parameters.add(Line.unescape(rest));
                case 'i' -> inputs.digests().put(Line.unescape(Line.after(rest, ' ')), Line.before(rest, ' '));
                case 's' -> inputs.stamps().put(Line.unescape(Line.after(rest, ' ')), Line.before(rest, ' '));
                case 'm' -> imported.add(Line.unescape(rest));
                case 'w' -> warnings.add(Line.unescape(rest));
                case 'o' -> outputs.add(OutputStamp.parse(rest));
                default -> throw new IllegalArgumentException("an unknown line");
            }
            start = end + 1;
        }
        return new LastRun(parameters, inputs, imported, warnings, outputs);
    }
}
