package io.rpcidl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");

    @Test
    void showsThreeLinesAroundEachChange() {
        String before = "a\nb\nc\nd\n e\nf\ng\nh\ni\nj\nk\nl\n\n\nm\n";
        String after = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n\nm\n";

        assertThat(new UnifiedDiff(before, after).text("f"))
                .isEqualTo("--- f\n+++ f\n@@ -2,7 +2,7 @@\n b\n c\n d\n- e\n+e\n f\n g\n h\n"
                        + "@@ -11,5 +11,4 @@\n k\n l\n \n-\n m\n");
    }

    @Test
    void showsChangesThatAreCloseAsOne() {
        assertThat(new UnifiedDiff(" a\nb\nc\nd\ne\nf\ng\n h\n", "a\nb\nc\nd\ne\nf\ng\nh\n").text("f"))
                .isEqualTo("--- f\n+++ f\n@@ -1,8 +1,8 @@\n- a\n+a\n b\n c\n d\n e\n f\n g\n- h\n+h\n");
    }

    @Test
    void splitsAndJoinsLines() {
        assertThat(new UnifiedDiff("a\nb c\nd\ne\nf\n", "a\nb\nc\nd e\nf\n").text("f"))
                .isEqualTo("--- f\n+++ f\n@@ -1,5 +1,5 @@\n a\n-b c\n-d\n-e\n+b\n+c\n+d e\n f\n");
    }

    @Test
    void saysWhereTheLastLineHasNoEnd() {
        assertThat(new UnifiedDiff("a", "a\n").text("f"))
                .isEqualTo("--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
        assertThat(new UnifiedDiff("\n", "").text("f")).isEqualTo("--- f\n+++ f\n@@ -1 +0,0 @@\n-\n");
    }

    @Property(tries = 500)
    void leadsFromOneTextToTheOther(@ForAll("texts") String before, @ForAll("spaces") List<String> spaces) {
        StringBuilder after = new StringBuilder();
        int next = 0;
        for (String word : before.split("\\s+", -1)) {
            after.append(word).append(spaces.get(next++ % spaces.size()));
        }

        assertThat(patched(before, new UnifiedDiff(before, after.toString()).text("f")))
                .isEqualTo(after.toString());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "cd", " ", "\n", "\n\n")
                .list()
                .ofMaxSize(60)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<List<String>> spaces() {
        return Arbitraries.of(" ", "\n", "\n\n", "  ").list().ofMinSize(1).ofMaxSize(20);
    }

    /** Applies a diff as {@code patch} does: each hunk stands where it says, and what it takes away is there. */
    private static String patched(String before, String diff) {
        List<String> old = lines(before);
        List<String> fresh = new ArrayList<>();
        int at = 0;
        List<String> rest = lines(diff.replace("\n\\ No newline at end of file\n", "\0\n"));
        for (String shown : rest.subList(2, rest.size())) {
            String line = shown.replace("\0\n", "");
            var hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                int start = start(hunk.toMatchResult(), 1);
                fresh.addAll(old.subList(at, start));
                at = start;
                assertThat(fresh).hasSize(start(hunk.toMatchResult(), 3));
            } else if (line.charAt(0) == '+') {
                fresh.add(line.substring(1));
            } else {
                assertThat(line.substring(1)).isEqualTo(old.get(at++));
                if (line.charAt(0) == ' ') {
                    fresh.add(line.substring(1));
                }
            }
        }
        fresh.addAll(old.subList(at, old.size()));
        return String.join("", fresh);
    }

    private static int start(MatchResult hunk, int group) {
        int start = Integer.parseInt(hunk.group(group));
        return "0".equals(hunk.group(group + 1)) ? start : start - 1;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
