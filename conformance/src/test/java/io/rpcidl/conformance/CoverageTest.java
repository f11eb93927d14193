package io.rpcidl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The vectors are complete: each clause about values has one, and there are enough of them, most of them bad. */
class CoverageTest {

    private static final Path SPEC = Path.of("..", "wire-spec.md");
    private static final Path README = Path.of("README.md");
    private static final Pattern CLAUSE = Pattern.compile("\\*\\*(W-\\d+\\.\\d+)\\*\\*");
    private static final Pattern OF_VALUES = Pattern.compile("W-([123]|14)\\..*");
    private static final int LEAST = 2_500;

    private final List<Case> vectors = Case.all();

    @Test
    void eachClauseAboutValuesHasAVectorOrAReason() throws IOException {
        Set<String> expected = new TreeSet<>(clauses(SPEC));
        Set<String> excused = clauses(README);
        assertThat(expected).containsAll(excused);
        expected.removeIf(clause -> !OF_VALUES.matcher(clause).matches());
        excused.removeIf(clause -> !OF_VALUES.matcher(clause).matches());
        Set<String> shown = vectors.stream().map(Case::clause).collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).as("has a vector, and a reason to have none").doesNotContainAnyElementsOf(excused);
        assertThat(expected).hasSizeGreaterThan(60);
        expected.removeAll(excused);
        assertThat(shown)
                .as("each clause of chapters 1 to 3 and 14 has a vector")
                .containsAll(expected);
    }

    @Test
    void vectorsNameClausesThatThereAre() throws IOException {
        Set<String> clauses = clauses(SPEC);
        for (Case vector : vectors) {
            assertThat(clauses)
                    .as(vector.id())
                    .contains(vector.clause())
                    .containsAll(vector.refused())
                    .containsAll(vector.canonical().refused());
            assertThat(vector.level()).as(vector.id()).isIn("MUST", "SHOULD");
            if (vector.bad()) {
                assertThat(vector.refused().get(0)).as(vector.id()).isEqualTo(vector.clause());
            } else {
                assertThat(vector.value()).as(vector.id()).isNotNull();
                assertThat(vector.reencoded()).as(vector.id()).isNotNull();
            }
        }
    }

    @Test
    void thereAreManyAndMostAreBad() {
        long bad = vectors.stream().filter(Case::bad).count();
        assertThat(vectors).hasSizeGreaterThan(LEAST);
        assertThat(bad * 100).isGreaterThan(vectors.size() * 60L);
        assertThat(vectors.stream().map(Case::id)).doesNotHaveDuplicates();
    }

    private static Set<String> clauses(Path file) throws IOException {
        return CLAUSE.matcher(Files.readString(file))
                .results()
                .map(clause -> clause.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
