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

    @Test
    void paintsItsOwnWordsInColour() {
        SourceFile file = new SourceFile("a", "dir/a", "one two");
        Diagnostic diagnostic = Diagnostic.of(Code.DUPLICATE_NAME, new Span(file, 4, 7), "a message")
                .label(new Span(file, 0, 3), "over here")
                .help("do this")
                .fix(Fix.remove("remove it", new Span(file, 4, 7)));

        assertThat(new DiagnosticRenderer(Colour.ALWAYS).text(diagnostic).replace('\u001B', '~'))
                .isEqualTo("""
                        ~[1;31merror[RPC0206]~[0m~[1m: a message~[0m
                        ~[1;34m --> ~[0mdir/a:1:5
                        ~[1;34m1 | ~[0mone two
                        ~[1;34m  | ~[0m~[1;36m--- over here~[0m
                        ~[1;34m  | ~[0m    ~[1;31m^^^~[0m
                        ~[1;34m  = ~[0m~[1;32mhelp~[0m: do this
                        ~[1;34m  = ~[0m~[1;32mfix~[0m: remove it
                        """);
    }

    @Test
    void paintsWarningsInAnotherColour() {
        SourceFile file = new SourceFile("a", "a", "x");

        String text = new DiagnosticRenderer(Colour.ALWAYS)
                .text(Diagnostic.of(Code.UNUSED_IMPORT, new Span(file, 0, 1), "a message"));

        assertThat(text).startsWith("\u001B[1;33mwarning[RPC0212]").contains("\u001B[1;33m^\u001B[0m");
    }

    @Test
    void takesNoColourFromTheText() {
        String red = "\u001B[31m";
        SourceFile file = new SourceFile(red, red, red);
        Diagnostic hostile = Diagnostic.of(Code.UNKNOWN_NAME, new Span(file, 0, 5), red)
                .label(new Span(file, 1, 2), red)
                .help(red)
                .fix(Fix.remove(red, new Span(file, 0, 5)));

        assertThat(renderer.text(hostile) + renderer.line(hostile)).doesNotContain("\u001B");
        assertThat(new DiagnosticRenderer(Colour.ALWAYS).text(hostile)).doesNotContain(red);
    }

    @Test
    void saysTheSameWithAndWithoutColour() {
        SourceFile file = new SourceFile("a", "a", "one\ntwo\nthree\nfour");
        Diagnostic diagnostic = Diagnostic.of(Code.UNKNOWN_NAME, new Span(file, 14, 18), "a message")
                .label(new Span(file, 0, 3), "here")
                .help("help");

        String painted = new DiagnosticRenderer(Colour.ALWAYS).text(diagnostic);

        assertThat(painted.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(renderer.text(diagnostic));
    }
}
