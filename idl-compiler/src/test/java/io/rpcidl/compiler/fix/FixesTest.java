package io.rpcidl.compiler.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.compiler.diagnostic.Edit;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixesTest {

    private static final SourceFile SOURCE = new SourceFile("a", "a", "one two three");

    @Test
    void leavesTheTextAloneWithoutFixes() {
        assertThat(Fixes.apply(SOURCE, List.of())).isEqualTo("one two three");
    }

    @Test
    void insertsRemovesAndReplacesInAnyOrder() {
        assertThat(apply(replace(8, 13, "3"), insert(0, "0 "), replace(4, 8, ""), insert(3, "!")))
                .isEqualTo("0 one! 3");
    }

    @Test
    void leavesOutAFixThatOverlapsAnEarlierOne() {
        assertThat(apply(replace(0, 7, "x"), replace(4, 13, "y"))).isEqualTo("x three");
        assertThat(apply(replace(4, 13, "y"), replace(0, 7, "x"))).isEqualTo("one y");
        assertThat(apply(replace(0, 13, "x"), replace(4, 7, "y"))).isEqualTo("x");
        assertThat(apply(replace(4, 7, "y"), replace(0, 13, "x"))).isEqualTo("one y three");
        assertThat(apply(replace(4, 7, "2"), replace(4, 7, "2"))).isEqualTo("one 2 three");
    }

    @Test
    void takesReplacementsThatOnlyTouch() {
        assertThat(apply(replace(0, 3, "1"), replace(3, 7, "2"))).isEqualTo("12 three");
        assertThat(apply(replace(3, 7, "2"), replace(0, 3, "1"))).isEqualTo("12 three");
    }

    @Test
    void leavesOutAnInsertionThatTouchesAnEarlierFix() {
        assertThat(apply(insert(3, ";"), insert(3, ","))).isEqualTo("one; two three");
        assertThat(apply(replace(0, 3, "1"), insert(3, ","))).isEqualTo("1 two three");
        assertThat(apply(insert(4, ","), replace(4, 7, "2"))).isEqualTo("one ,two three");
        assertThat(apply(replace(0, 3, "1"), replace(3, 4, "-"), insert(3, ",")))
                .isEqualTo("1-two three");
    }

    @Test
    void makesAllEditsOfAFixOrNone() {
        Fix both = new Fix("both", List.of(edit(0, 3, "1"), edit(8, 13, "3")));

        assertThat(apply(both)).isEqualTo("1 two 3");
        assertThat(apply(replace(9, 10, "x"), both, replace(0, 1, "O"))).isEqualTo("One two txree");
    }

    @Test
    void leavesOutAFixOfAnotherSource() {
        SourceFile other = new SourceFile("b", "b", "one two three");
        Fix elsewhere = new Fix("both", List.of(edit(0, 3, "1"), new Edit(new Span(other, 4, 7), "2")));

        assertThat(apply(elsewhere)).isEqualTo("one two three");
    }

    @Test
    void refusesAFixThatChangesNothing() {
        assertThatThrownBy(() -> new Fix("nothing", List.of())).hasMessage("a fix without an edit");
    }

    private static String apply(Fix... fixes) {
        return Fixes.apply(SOURCE, List.of(fixes));
    }

    private static Fix insert(int at, String text) {
        return Fix.insert("insert", new Span(SOURCE, at, at), text);
    }

    private static Fix replace(int start, int end, String text) {
        return Fix.replace("replace", new Span(SOURCE, start, end), text);
    }

    private static Edit edit(int start, int end, String text) {
        return new Edit(new Span(SOURCE, start, end), text);
    }
}
