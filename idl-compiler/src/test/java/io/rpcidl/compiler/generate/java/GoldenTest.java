package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated text of one schema, compared with files that are compiled and used; refresh with -Drpcidl.golden=update. */
class GoldenTest {

    private final List<GeneratedFile> generated = new JavaBackend().generate(GoldenSchema.load());

    @Test
    void writesExactlyTheGoldenFiles() throws IOException {
        if ("update".equals(System.getProperty("rpcidl.golden"))) {
            update();
        }
        for (GeneratedFile file : generated) {
            assertThat(GoldenSchema.JAVA.resolve(file.path())).hasContent(file.text());
        }
        assertThat(present())
                .containsExactlyInAnyOrderElementsOf(
                        generated.stream().map(GeneratedFile::path).toList());
    }

    @Test
    void keepsLinesShortAndTheirEndsClean() {
        for (GeneratedFile file : generated) {
            assertTidy(file);
        }
    }

    /** No line is longer than 120 characters or ends in a blank. */
    static void assertTidy(GeneratedFile file) {
        assertThat(file.text().lines().filter(line -> line.length() > 120 || line.endsWith(" ")))
                .as(file.path())
                .isEmpty();
    }

    @Test
    void generatesTheSameTwice() {
        assertThat(new JavaBackend().generate(GoldenSchema.load())).isEqualTo(generated);
    }

    private void update() throws IOException {
        for (String path : present()) {
            Files.delete(GoldenSchema.JAVA.resolve(path));
        }
        for (GeneratedFile file : generated) {
            Path path = GoldenSchema.JAVA.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    private static List<String> present() throws IOException {
        if (!Files.exists(GoldenSchema.JAVA)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(GoldenSchema.JAVA)) {
            List<String> paths = new ArrayList<>();
            files.filter(Files::isRegularFile)
                    .forEach(path -> paths.add(
                            GoldenSchema.JAVA.relativize(path).toString().replace('\\', '/')));
            return paths;
        }
    }
}
