package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of lint in the corpus of diagnostics: {@code lint-} and the name of the rule. */
class LintCorpusTest {

    private static final Pattern RULE = Pattern.compile("`@lint\\.allow\\(\"([a-z-]+)\"");

    @TempDir
    Path temporary;

    @Test
    void hasACaseForEachRuleThatShowsThisRuleAlone() throws IOException {
        int rules = 0;
        for (Corpus.Case one : cases()) {
            List<Diagnostic> found = one.diagnostics(temporary);
            Set<Code> codes = found.stream().map(Diagnostic::code).collect(Collectors.toSet());
            Set<String> allowed = found.stream()
                    .map(diagnostic -> RULE.matcher(String.valueOf(diagnostic.help())))
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toSet());
            if (!allowed.isEmpty()) {
                assertThat(allowed).containsExactly(one.name().substring("lint-".length()));
                assertThat(codes).as(one.name()).hasSize(1);
                rules++;
            }
        }
        assertThat(rules).isEqualTo(ruleCodes());
    }

    private static List<Corpus.Case> cases() {
        return Corpus.cases().stream()
                .filter(one -> one.name().startsWith("lint-"))
                .toList();
    }

    /** From RPC1090 on there is what is wrong with suppressions and configurations. */
    private static int ruleCodes() {
        return (int) Stream.of(Code.values())
                .filter(code -> code.id().matches("RPC10[0-8]."))
                .count();
    }
}
