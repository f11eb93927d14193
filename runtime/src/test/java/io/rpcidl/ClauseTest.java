package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Main code and wire-spec.md speak of the same clauses: in constants, in comments, and from clause to clause. */
class ClauseTest {

    private static final List<Path> MAIN = Stream.of("runtime", "codec", "json")
            .map(module -> Path.of("..", module, "src", "main", "java"))
            .toList();
    private static final Pattern CLAUSE = Pattern.compile("\\*\\*(W-\\d+\\.\\d+)\\*\\*");
    private static final Pattern NAMED = Pattern.compile("W-\\d+\\.\\d+");

    @Test
    void everyClauseHasItsOwnNumber() throws IOException {
        assertThat(clauses()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }

    @Test
    void everyClauseThatMainCodeNamesExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        List<String> clauses = clauses();
        for (Path folder : MAIN) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> named(file)
                                .filter(clause -> !clauses.contains(clause))
                                .forEach(clause -> missing.add(file.getFileName() + " " + clause)));
            }
        }
        assertThat(missing).as("name a clause of wire-spec.md").isEmpty();
    }

    @Test
    void everyClauseThatTheTextNamesExists() throws IOException {
        assertThat(clauses()).containsAll(named(SpecBlocks.SPEC).toList());
    }

    private static List<String> clauses() throws IOException {
        List<String> found = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(Files.readString(SpecBlocks.SPEC));
        while (clause.find()) {
            found.add(clause.group(1));
        }
        return found;
    }

    private static Stream<String> named(Path file) {
        try {
            return NAMED.matcher(Files.readString(file)).results().map(result -> result.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
