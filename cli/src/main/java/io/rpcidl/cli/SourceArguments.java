package io.rpcidl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources that a command line names, each once.
 *
 * @param roots the folders
 * @param files the single files that lie in none of the folders
 */
record SourceArguments(List<Path> roots, List<Path> files) {

    private static final String EXTENSION = ".rpcidl";

    SourceArguments {
        roots = List.copyOf(roots);
        files = List.copyOf(files);
    }

    static SourceArguments of(List<String> arguments, Session session) throws UsageException {
        List<Path> roots = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            Path path = session.path(argument);
            if (Files.isDirectory(path)) {
                requireSources(path, argument);
                addOnce(path, roots);
            } else if (Files.notExists(path)) {
                throw new UsageException(Words.quote(argument) + " does not exist");
            } else if (!argument.endsWith(EXTENSION) || !Files.isRegularFile(path)) {
                throw new UsageException(Words.quote(argument) + " is neither a folder nor an .rpcidl file");
            } else if (!Files.isReadable(path)) {
                throw new UsageException(Words.quote(argument) + " can't be read; check its permissions");
            } else {
                addOnce(path, files);
            }
        }
        for (Path root : roots) {
            files.removeIf(file -> absolute(file).startsWith(absolute(root)));
        }
        return new SourceArguments(roots, files);
    }

    private static void addOnce(Path path, List<Path> known) {
        for (Path other : known) {
            if (absolute(other).equals(absolute(path))) {
                return;
            }
        }
        known.add(path);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** An empty folder is a mistake in the command line, not a schema without errors. */
    private static void requireSources(Path folder, String argument) throws UsageException {
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            if (files.anyMatch(file -> file.toString().endsWith(EXTENSION))) {
                return;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("the folder " + Words.quote(argument) + " can't be listed; check its permissions");
        }
        throw new UsageException("the folder " + Words.quote(argument)
                + " holds no .rpcidl file; name the folder in which your packages start");
    }
}
