package io.rpcidl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own sources are formatted; {@code -Drpcidl.format=update} formats them. */
class FormattedSourcesTest {

    private static final List<Path> ROOTS = List.of(Path.of("src/golden/rpcidl"), Path.of("../samples"));
    private static final Pattern BLOCK = Pattern.compile("```rpcidl\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("sources")
    void formatsSources(Path source) throws IOException {
        assertFormatted(source, Files.readString(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "wire-spec.md", "docs/language.md", "docs/format.md", "docs/lint.md"})
    void formatsWhatPagesShow(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..").resolve(page)));
        int shown = 0;
        while (block.find()) {
            assertThat(Written.format(block.group(1))).as(page).isEqualTo(block.group(1));
            shown++;
        }
        assertThat(shown).isPositive();
    }

    static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".rpcidl"))
                        .filter(file -> !file.toString().contains("target"))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(5);
        return sources;
    }

    private static void assertFormatted(Path source, String text) throws IOException {
        String formatted = Written.format(text);
        assertThat(formatted).as("%s has syntax errors", source).isNotNull();
        if ("update".equals(System.getProperty("rpcidl.format"))) {
            Files.writeString(source, formatted);
        } else {
            assertThat(text).as("%s is formatted", source).isEqualTo(formatted);
        }
    }
}
