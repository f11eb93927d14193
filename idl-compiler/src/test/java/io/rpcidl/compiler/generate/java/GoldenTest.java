package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.GeneratedFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The generated text of two schemas, compared with files that are compiled and used; refresh with -Drpcidl.golden=update. */
class GoldenTest {

    private final List<GeneratedFile> generated = new JavaBackend().generate(CommittedSources.GOLDEN.schema());

    @Test
    void writesExactlyTheGoldenFiles() throws IOException {
        CommittedSources.GOLDEN.assertHold(generated);
    }

    @Test
    void writesExactlyTheClassesOfTheDescriptor() throws IOException {
        CommittedSources.DESCRIPTOR.assertHold(new JavaBackend().generate(CommittedSources.DESCRIPTOR.schema()));
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
        assertThat(new JavaBackend().generate(CommittedSources.GOLDEN.schema())).isEqualTo(generated);
    }
}
