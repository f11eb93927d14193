package io.rpcidl.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about testing shows code of this sample's own tests, which the build has compiled and run. */
class TestingPageTest {
    private static final Path SAMPLE = Path.of("").toAbsolutePath();
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void quotesTheTestsOfTheSample() throws IOException {
        String tests = Files.readString(
                SAMPLE.resolve("src/test/java/io/rpcidl/samples/quickstart").resolve("OutcomesTest.java"));
        String pom = Files.readString(SAMPLE.resolve("pom.xml"));
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(SAMPLE.resolve("../../docs/testing.md")))
                .results()
                .toList();

        assertThat(blocks).isNotEmpty();
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.group(1)).isIn("java", "xml", "text");
            if (block.group(1).equals("java")) {
                assertThat(tests).contains(block.group(2));
            } else if (block.group(1).equals("xml")) {
                assertThat(pom).contains(block.group(2));
            }
        });
    }
}
