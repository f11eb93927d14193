package io.rpcidl.compiler.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.schema.compat.ChangeKind;
import io.rpcidl.schema.compat.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each row of the rule table has a folder with two schemas, {@code old} and {@code new}, and all that is to be found between them. */
class KindFixturesTest {

    private static final Path FOLDER = Path.of("src/test/compat/kinds");

    @TestFactory
    Stream<DynamicTest> findsWhatIsExpected() throws IOException {
        return cases().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path folder = FOLDER.resolve(name);
                    List<Finding> findings = Schemas.compare(folder.resolve("old"), folder.resolve("new"));
                    String found = String.join(
                            "", findings.stream().map(finding -> finding + "\n").toList());
                    assertThat(found).isEqualTo(Files.readString(folder.resolve("expected.txt")));
                    assertThat(findings)
                            .extracting(finding -> finding.kind().id())
                            .contains(name);
                }));
    }

    @TestFactory
    Stream<DynamicTest> findsNothingInWhatStayed() throws IOException {
        return cases().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path schema = FOLDER.resolve(name).resolve("new");
                    assertThat(Schemas.compare(schema, schema)).isEmpty();
                }));
    }

    @Test
    void hasAFolderForEachRowAndNoOther() throws IOException {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(60)
                .isEqualTo(Arrays.stream(ChangeKind.values())
                        .map(ChangeKind::id)
                        .sorted()
                        .toList());
    }

    private static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
