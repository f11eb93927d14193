package io.rpcidl.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run that succeeded went by and came to, kept in the output folder until the next one.
 *
 * @param parameters the plugin and its configuration, a line each
 * @param inputs digests by location
 * @param imported the import paths that were followed
 * @param warnings lines for the log, which are repeated when there is nothing to do
 * @param outputs the generated files
 */
record LastRun(
        List<String> parameters,
        SortedMap<String, String> inputs,
        List<String> imported,
        List<String> warnings,
        List<OutputStamp> outputs) {

    /** Beside the compiler's own list of its files; no generated file can have such a name. */
    static final String NAME = ".rpcidl-last-run";

    private static final String VERSION = "rpcidl last run 1";

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
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
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
            LastRun complete = new LastRun(run.parameters, run.inputs, run.imported, run.warnings, stamps);
            Files.write(fresh, complete.lines(), StandardCharsets.UTF_8);
            Files.move(fresh, output.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Forgets the run in a folder. */
    static void forget(Path output) throws IOException {
        Files.deleteIfExists(output.resolve(NAME));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(VERSION);
        parameters.forEach(line -> lines.add("p" + Line.escape(line)));
        inputs.forEach((location, digest) -> lines.add("i" + digest + " " + Line.escape(location)));
        imported.forEach(path -> lines.add("m" + Line.escape(path)));
        warnings.forEach(line -> lines.add("w" + Line.escape(line)));
        outputs.forEach(stamp -> lines.add("o" + stamp.line()));
        return lines;
    }

    private static LastRun parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
            throw new IllegalArgumentException("another version");
        }
        LastRun run = new LastRun(List.of(), new TreeMap<>(), List.of(), List.of(), List.of());
        List<String> parameters = new ArrayList<>();
        List<String> imported = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<OutputStamp> outputs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.isEmpty() ? "" : line.substring(1);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case 'p' -> parameters.add(Line.unescape(rest));
                case 'i' -> run.inputs.put(Line.unescape(Line.after(rest, ' ')), Line.before(rest, ' '));
                case 'm' -> imported.add(Line.unescape(rest));
                case 'w' -> warnings.add(Line.unescape(rest));
                case 'o' -> outputs.add(OutputStamp.parse(rest));
                default -> throw new IllegalArgumentException("an unknown line");
            }
        }
        return new LastRun(parameters, run.inputs, imported, warnings, outputs);
    }
}
