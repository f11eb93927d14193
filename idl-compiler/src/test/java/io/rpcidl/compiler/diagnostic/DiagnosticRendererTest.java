package io.rpcidl.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    private final DiagnosticRenderer renderer = new DiagnosticRenderer();

    @Test
    void underlinesPlacesOfTwoFiles() {
        SourceFile here = new SourceFile("a", "dir/a", "one\n\ttwo three\n");
        SourceFile there = new SourceFile("b", "dir/b", "four");

        Diagnostic diagnostic = Diagnostic.of(Code.DUPLICATE_NAME, new Span(here, 5, 8), "a message")
                .label(new Span(there, 0, 4), "over there")
                .label(new Span(here, 0, 3), "over here")
                .help("do this");

        assertThat(renderer.text(diagnostic)).isEqualTo("""
                        error[RPC0206]: a message
                         --> dir/a:2:2
                        1 | one
                          | --- over here
                        2 |  two three
                          |  ^^^
                         ::: dir/b:1:1
                        1 | four
                          | ---- over there
                          = help: do this
                        """);
    }

    @Test
    void writesOneLineForBuildTools() {
        SourceFile file = new SourceFile("a", "dir/a\n", "x\nyz");

        assertThat(renderer.line(Diagnostic.of(Code.UNKNOWN_NAME, new Span(file, 3, 4), "a message")))
                .isEqualTo("dir/a\\u{a}:[2,2] RPC0208 a message");
    }

    @Test
    void showsOnlyAPartOfALongLine() {
        SourceFile file = new SourceFile("a", "a", "x".repeat(1_000_000) + "HERE" + "y".repeat(1_000_000));

        String text =
                renderer.text(Diagnostic.of(Code.UNKNOWN_NAME, new Span(file, 1_000_000, 1_000_004), "a message"));

        assertThat(text).contains("xHEREy").contains("^^^^").hasSizeLessThan(500);
    }

    @Test
    void spellsOutCharactersThatFoolATerminal() {
        SourceFile file = new SourceFile("a", "a", "x\u001B[31m\u202E\u2028y");

        String text = renderer.text(Diagnostic.of(Code.UNKNOWN_NAME, new Span(file, 0, 1), "a message"));

        assertThat(text).contains("x\\u{1b}[31m\\u{202e}\\u{2028}y");
    }

    @Test
    void cutsLongTextInMessages() {
        assertThat(Quote.of("a".repeat(1_000_000))).isEqualTo("`" + "a".repeat(128) + "...`");
        assertThat(Quote.of("a".repeat(127) + "\uD83D\uDE00")).isEqualTo("`" + "a".repeat(127) + "...`");
    }
}
