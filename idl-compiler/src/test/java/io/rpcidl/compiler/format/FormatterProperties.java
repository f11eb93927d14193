package io.rpcidl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever a source looks like: formatting changes neither its meaning nor its comments, and only once. */
class FormatterProperties {

    private static final List<Path> ROOTS =
            List.of(Path.of("src/test/corpus"), Path.of("src/golden"), Path.of("../samples"));

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void keepsRandomSources(@ForAll long seed) {
        Random random = new Random(seed);
        String source = RandomLayout.of(RandomSource.words(random), random);

        assertThat(Written.format(source)).as(source).isNotNull();
        assertKept(source);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void keepsMutantsOfAllSources(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        int formatted = 0;
        for (String source : sources()) {
            formatted += assertKept(RandomLayout.mutate(source, random)) ? 1 : 0;
        }
        assertThat(formatted).isGreaterThan(40);
    }

    @Example
    void keepsAllSources() throws IOException {
        for (String source : sources()) {
            assertKept(source);
        }
    }

    private static boolean assertKept(String source) {
        String formatted = Written.format(source);
        if (formatted == null) {
            return false;
        }
        assertThat(Written.format(formatted)).as("formatted twice:\n%s", source).isEqualTo(formatted);
        assertThat(Written.tree(formatted)).as(source).isEqualTo(Written.tree(source));
        assertThat(Written.words(formatted)).as(source).isEqualTo(Written.words(source));
        assertThat(formatted.lines().filter(line -> line.matches("(?!.*///).*[ \t]")))
                .as(source)
                .isEmpty();
        assertThat(formatted).doesNotContain("\n\n\n", "\r").matches("(?s)|.*[^\n]\n");
        return true;
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".rpcidl"))
                        .sorted()
                        .toList()) {
                    sources.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return sources;
    }
}
