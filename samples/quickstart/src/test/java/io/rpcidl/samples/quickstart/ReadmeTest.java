package io.rpcidl.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README of the project shows code of this sample: what readers copy is what the build has compiled and run. */
class ReadmeTest {

    private static final Path SAMPLE = Path.of("").toAbsolutePath();
    private static final Path README = SAMPLE.resolve("../../README.md");
    private static final Path GATE = SAMPLE.resolve("../../.ci/run");
    private static final Pattern QUOTATION = Pattern.compile("```(?:rpcidl|java|xml)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n.*?```", Pattern.DOTALL);

    @Test
    void quotesTheSourcesOfTheSample() throws IOException {
        List<String> quotations = QUOTATION
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        List<String> sources = sources();

        assertThat(quotations).isNotEmpty();
        assertThat(quotations)
                .allSatisfy(quotation -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(quotation)));
    }

    @Test
    void showsCommandsThatTheGateRuns() throws IOException {
        String gate = Files.readString(GATE).replace("-B -ntp clean verify", "verify");
        List<String> commands = COMMANDS.matcher(Files.readString(README))
                .results()
                .flatMap((MatchResult found) -> found.group(1).lines())
                .toList();

        assertThat(commands).isNotEmpty();
        assertThat(commands).allSatisfy(command -> assertThat(gate).contains(command));
    }

    @Test
    void hasNoBlockThatNothingChecks() throws IOException {
        List<String> languages = BLOCK.matcher(Files.readString(README))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(languages).isSubsetOf("sh", "rpcidl", "java", "xml");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("src/main"))) {
            return Stream.concat(Stream.of(SAMPLE.resolve("pom.xml")), files.filter(Files::isRegularFile))
                    .map(ReadmeTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
