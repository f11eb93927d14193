package io.rpcidl.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of rules, and the page that shows it. */
class LintRulesTest {

    @Test
    void isThePageOfTheRules() throws IOException {
        List<String> expected = LintRules.ALL.stream().map(LintRulesTest::row).toList();
        List<String> rows = Files.readAllLines(Path.of("../docs/lint.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows).isEqualTo(expected);
    }

    private static String row(LintRule rule) {
        Code code = rule.code();
        String setting = rule.defaultNumber() > 0 ? "" + rule.defaultNumber() : rule.isOnByDefault() ? "on" : "off";
        return "| `" + rule.name() + "` | [" + code.id() + "](diagnostics/" + code.id() + ".md) | " + setting + " | "
                + code.title() + " |";
    }

    @Test
    void isInTheOrderOfTheCodes() {
        assertThat(LintRules.ALL.stream().map(LintRule::code))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize((int) Stream.of(Code.values())
                        .filter(code -> code.id().matches("RPC10[0-8]."))
                        .count());
        assertThat(LintRules.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)+"));
        assertThat(LintRules.ALL).allMatch(rule -> rule.code().severity() == Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "order_line, OrderLine, orderLine, ORDER_LINE",
        "HTTPRequest, HttpRequest, httpRequest, HTTP_REQUEST",
        "placedAt, PlacedAt, placedAt, PLACED_AT",
        "MAX__LINES, MaxLines, maxLines, MAX_LINES",
        "v2Beta, V2Beta, v2Beta, V2_BETA",
        "a_, A, a, A"
    })
    void writesNamesInEachCase(String name, String pascal, String camel, String upper) {
        assertThat(NameCase.PASCAL.of(name)).isEqualTo(pascal);
        assertThat(NameCase.CAMEL.of(name)).isEqualTo(camel);
        assertThat(NameCase.UPPER_SNAKE.of(name)).isEqualTo(upper);
        assertThat(NameCase.PASCAL.fits(pascal)).isTrue();
        assertThat(NameCase.CAMEL.fits(camel)).isTrue();
        assertThat(NameCase.UPPER_SNAKE.fits(upper)).isTrue();
    }

    @Test
    void knowsVerbsByWholeWords() {
        Verbs verbs = new Verbs(List.of("is", "get"));

        assertThat(Stream.of("is", "isOpen", "is_open", "get2").allMatch(verbs::start))
                .isTrue();
        assertThat(Stream.of("issue", "getaway", "Is", "forget", "").noneMatch(verbs::start))
                .isTrue();
    }
}
