package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What wire-spec.md demands is shown: each clause that says MUST by a vector or transcript, each clause of chapters 4 to 9 by a
 * transcript, each row of the table of limits by one or the other. The table goes to {@code target/clauses.txt}.
 */
class ClausesTest {

    private static final Path SPEC = Path.of("..", "wire-spec.md");
    private static final Path TABLE = Path.of("target", "clauses.txt");
    private static final Pattern CLAUSE = Pattern.compile("\\*\\*(W-(\\d+)\\.\\d+)\\*\\*");
    private static final Pattern NAMED = Pattern.compile("W-(\\d+)\\.\\d+");
    private static final Pattern MUST = Pattern.compile("\\bMUST\\b");
    private static final Pattern OF_CONNECTIONS = Pattern.compile("W-[4-9]\\..*");
    private static final int NAMES_OF_VECTORS = 3;

    private final List<Transcript> transcripts = Transcript.all();
    private final Map<String, Set<String>> byTranscripts = new TreeMap<>();
    private final Map<String, Set<String>> byVectors = new TreeMap<>();
    private final Map<String, String> clauses = clauses(read(SPEC));
    private final Set<String> excused = clauses(read(Path.of("README.md"))).keySet();

    ClausesTest() throws IOException {
        for (Transcript transcript : transcripts) {
            for (String clause : transcript.clauses()) {
                byTranscripts.computeIfAbsent(clause, key -> new TreeSet<>()).add(transcript.name());
            }
        }
        for (Case vector : Case.all()) {
            Stream.concat(Stream.of(vector.clause()), vector.refused().stream())
                    .forEach(clause -> byVectors
                            .computeIfAbsent(clause, key -> new TreeSet<>())
                            .add(vector.id()));
        }
    }

    @Test
    void eachMustIsShown() throws IOException {
        List<String> lines = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        int musts = 0;
        for (Map.Entry<String, String> clause : clauses.entrySet()) {
            Set<String> vectors = byVectors.getOrDefault(clause.getKey(), Set.of());
            Set<String> shown = byTranscripts.getOrDefault(clause.getKey(), Set.of());
            boolean must = MUST.matcher(clause.getValue()).find();
            musts += must ? 1 : 0;
            lines.add(line(clause.getKey(), must, vectors, shown));
            boolean ofConnections = OF_CONNECTIONS.matcher(clause.getKey()).matches();
            if (ofConnections ? shown.isEmpty() : must && vectors.isEmpty() && shown.isEmpty()) {
                missing.add(clause.getKey());
            }
        }
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, lines);
        assertThat(musts).isGreaterThan(30);
        missing.removeAll(excused);
        assertThat(missing)
                .as("write a transcript or vector for each of these clauses, or excuse it in conformance/README.md")
                .isEmpty();
    }

    @Test
    void noTranscriptNamesAClauseThatIsNotThere() {
        for (Transcript transcript : transcripts) {
            assertThat(clauses.keySet())
                    .as(transcript.name())
                    .containsAll(transcript.clauses())
                    .containsAll(named(transcript.steps().toString()));
            assertThat(transcript.clauses()).as(transcript.name()).isNotEmpty();
        }
    }

    @Test
    void eachLimitIsShown() throws IOException {
        Map<String, List<String>> rows = limits();
        assertThat(rows).hasSizeGreaterThan(30);
        Set<String> shown = transcripts.stream()
                .flatMap(transcript -> transcript.limits().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows.keySet()).as("rows of chapter 12 that transcripts name").containsAll(shown);
        Set<String> missing = new TreeSet<>();
        rows.forEach((row, named) -> {
            boolean ofConnections = named.stream()
                    .allMatch(clause -> OF_CONNECTIONS.matcher(clause).matches());
            if (ofConnections ? !shown.contains(row) : named.stream().noneMatch(this::shownOrExcused)) {
                missing.add(row);
            }
        });
        assertThat(missing)
                .as("write a transcript or vector for each of these limits")
                .isEmpty();
    }

    private boolean shownOrExcused(String clause) {
        return byVectors.containsKey(clause) || byTranscripts.containsKey(clause) || excused.contains(clause);
    }

    private static String line(
            String clause, boolean must, Collection<String> vectors, Collection<String> transcripts) {
        String some = vectors.stream().limit(NAMES_OF_VECTORS).collect(Collectors.joining(", "));
        String more = vectors.size() > NAMES_OF_VECTORS ? ", …" : "";
        return String.format(
                "%-6s %-4s %5d vectors %4d transcripts: %s",
                clause,
                must ? "MUST" : "",
                vectors.size(),
                transcripts.size(),
                Stream.of(some + more, String.join(", ", transcripts))
                        .filter(names -> !names.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    /** Each clause with its text: up to the next clause or heading. */
    private static Map<String, String> clauses(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher clause = CLAUSE.matcher(text);
        while (clause.find()) {
            String rest = text.substring(clause.end());
            Matcher next = Pattern.compile("\\*\\*W-\\d|^#", Pattern.MULTILINE).matcher(rest);
            found.put(clause.group(1), next.find() ? rest.substring(0, next.start()) : rest);
        }
        return found;
    }

    /** The rows of chapter 12: what is limited, and the clauses that say so. */
    private static Map<String, List<String>> limits() {
        String spec = read(SPEC);
        String chapter = spec.substring(spec.indexOf("\n## 12 "), spec.indexOf("\n## 13 "));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : chapter.lines().toList()) {
            String[] cells = line.split("\\|");
            if (cells.length == 4 && NAMED.matcher(cells[3]).find()) {
                rows.put(cells[1].strip(), named(cells[3]));
            }
        }
        return rows;
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text).results().map(result -> result.group()).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
