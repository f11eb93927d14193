package io.rpcidl.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineIndexTest {

    private static final String TEXT = "a\nbc\r\nd\re\n";

    private final LineIndex index = new LineIndex(new SourceFile("a", "a", TEXT));

    @Test
    void knowsAllThreeLineEnds() {
        assertThat(index.line(TEXT.indexOf('a'))).isEqualTo(1);
        assertThat(index.line(TEXT.indexOf('c'))).isEqualTo(2);
        assertThat(index.line(TEXT.indexOf('d'))).isEqualTo(3);
        assertThat(index.line(TEXT.indexOf('e'))).isEqualTo(4);
        assertThat(index.line(TEXT.length())).isEqualTo(5);
    }

    @Test
    void givesLinesWithoutTheirEnds() {
        assertThat(index.text(2)).isEqualTo("bc");
        assertThat(index.text(3)).isEqualTo("d");
        assertThat(index.text(5)).isEmpty();
    }

    @Test
    void countsColumnsInCodePoints() {
        LineIndex emoji = new LineIndex(new SourceFile("a", "a", "\n\uD83D\uDE00x"));

        assertThat(emoji.column(3)).isEqualTo(2);
    }
}
