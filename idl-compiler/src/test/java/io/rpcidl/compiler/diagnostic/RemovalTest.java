package io.rpcidl.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each text has the thing to remove between brackets. */
class RemovalTest {

    @Test
    void takesTheCommaOfAnItem() {
        assertThat(without(Removal.ofItem(marked("reserved [4],5;"), "reserved")))
                .isEqualTo("reserved 5;");
        assertThat(without(Removal.ofItem(marked("reserved 4 , [5] ;"), "reserved")))
                .isEqualTo("reserved 4  ;");
        assertThat(without(Removal.ofItem(marked("reserved [4] ,\n  5;"), "reserved")))
                .isEqualTo("reserved 5;");
    }

    @Test
    void takesTheStatementOfAnOnlyItem() {
        assertThat(without(Removal.ofItem(marked("a;\n  reserved [4];\nb;"), "reserved")))
                .isEqualTo("a;\nb;");
        assertThat(without(Removal.ofItem(marked("a; reserved [4]; b;"), "reserved")))
                .isEqualTo("a; b;");
    }

    @Test
    void leavesAnItemBesideACommentToTheUser() {
        assertThat(Removal.ofItem(marked("reserved 4, /* why */ [5] /* not */;"), "reserved"))
                .isNull();
    }

    @Test
    void takesAMarkAndNoLineEndBeforeIt() {
        assertThat(without(Removal.withMarkBefore(marked("x  = [5];"), '='))).isEqualTo("x;");
        assertThat(without(Removal.withMarkBefore(marked("x // why\n = [5];"), '=')))
                .isEqualTo("x // why\n;");
        assertThat(Removal.withMarkBefore(marked("x = /* why */ [5];"), '=')).isNull();
        assertThat(without(Removal.withMarkBehind(marked("([2] : u8)"), ':'))).isEqualTo("(u8)");
        assertThat(Removal.withMarkBehind(marked("([2] /* why */ : u8)"), ':')).isNull();
    }

    @Test
    void takesBlanksBehindUpToTheNextWord() {
        assertThat(without(Removal.withBlanksBehind(marked("[one] \n two")))).isEqualTo("two");
    }

    @Test
    void takesALineWithNothingElse() {
        assertThat(without(Removal.wholeLine(marked("a\n  [b]  \nc")))).isEqualTo("a\nc");
        assertThat(without(Removal.wholeLine(marked("a\r\n[b]\r\nc")))).isEqualTo("a\r\nc");
        assertThat(without(Removal.wholeLine(marked("a\n[b]")))).isEqualTo("a\n");
        assertThat(without(Removal.wholeLine(marked("[b] c\n")))).isEqualTo(" c\n");
        assertThat(without(Removal.wholeLine(marked("a [b] // why\n")))).isEqualTo("a // why\n");
    }

    private static Span marked(String text) {
        String plain = text.replace("[", "").replace("]", "");
        return new Span(new SourceFile("a", "a", plain), text.indexOf('['), text.indexOf(']') - 1);
    }

    private static String without(@Nullable Span removed) {
        assertThat(removed).isNotNull();
        return removed.file().text().substring(0, removed.start())
                + removed.file().text().substring(removed.end());
    }
}
