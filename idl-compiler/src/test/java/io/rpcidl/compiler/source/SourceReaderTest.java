package io.rpcidl.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.source.SourceReader.Kind;
import io.rpcidl.compiler.source.SourceReader.Outcome;
import io.rpcidl.compiler.source.SourceReader.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {

    @TempDir
    Path folder;

    @Test
    void keepsEveryCharacter() {
        String text = "\u00E4\u20AC\uD83D\uDE00\r\n";

        Outcome outcome = decode(text.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.problem()).isNull();
        assertThat(outcome.file().text()).isEqualTo(text);
    }

    @Test
    void pointsAtTheFirstBytesThatAreNotUtf8() {
        byte[][] malformed = {
            {'a', (byte) 0xC0, (byte) 0x80}, // overlong
            {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, // a surrogate
            {'a', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, // beyond U+10FFFF
            {'a', (byte) 0xE2, (byte) 0x82}, // cut off
            {'a', (byte) 0xFF}
        };
        for (byte[] bytes : malformed) {
            Problem problem = decode(bytes).problem();

            assertThat(problem).isNotNull();
            assertThat(problem.kind()).isEqualTo(Kind.NOT_UTF8);
            assertThat(problem.span().start()).isEqualTo(1);
        }
    }

    @Test
    void refusesAByteOrderMarkOnlyAtTheStart() {
        assertThat(decode("\uFEFFa".getBytes(StandardCharsets.UTF_8)).problem()).isNotNull();
        assertThat(decode("a\uFEFF".getBytes(StandardCharsets.UTF_8)).problem()).isNull();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Problem problem = SourceReader.read("a", "a", folder.resolve("missing")).problem();

        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void refusesOneByteTooMany() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[SourceReader.MAX_BYTES + 1]);

        Problem problem = SourceReader.read("a", "a", file).problem();

        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(Kind.TOO_LARGE);
    }

    private static Outcome decode(byte[] bytes) {
        return SourceReader.decode("a", "a", bytes);
    }
}
