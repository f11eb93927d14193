package io.rpcidl.compiler.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.schema.compat.ChangeKind;
import io.rpcidl.schema.compat.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of schemas with the verdict that the language and the wire demand, each on a line of {@code pairs.txt}. */
class ClassifiedPairsTest {

    private static final Path PAIRS = Path.of("src/test/compat/pairs.txt");

    @TempDir
    private Path folder;

    @Test
    void areClassifiedAsStated() throws IOException {
        List<String> lines = Files.readAllLines(PAIRS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        Set<String> wrong = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(" => ");
            Set<String> expected = new TreeSet<>(Arrays.asList(parts[2].split(" ")));
            Set<String> found = verdict(parts[0], parts[1], i);
            if (!found.equals(expected)) {
                wrong.add(lines.get(i) + " but is " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The farthest level and all kinds. */
    private Set<String> verdict(String older, String newer, int at) throws IOException {
        List<Finding> findings = Schemas.compare(write(older, at + "old"), write(newer, at + "new"));
        Set<String> found = new TreeSet<>();
        findings.stream().map(Finding::level).min(Enum::compareTo).ifPresent(level -> found.add(level.toString()));
        findings.stream().map(Finding::kind).map(ChangeKind::id).forEach(found::add);
        return found.isEmpty() ? Set.of("nothing") : found;
    }

    private Path write(String text, String name) throws IOException {
        Path root = folder.resolve(name);
        Files.createDirectories(root.resolve("p"));
        Files.writeString(root.resolve("p/a.rpcidl"), "rpcidl 1;\npackage p;\n" + text + "\n");
        return root;
    }
}
