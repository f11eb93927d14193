package io.rpcidl.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.resolve.Resolver;
import io.rpcidl.compiler.resolve.SourceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One rule, one class, one code; and none is forgotten in the list. */
class ChecksTest {

    private static final Path RULES = Path.of("src/main/java/io/rpcidl/compiler/check");
    private static final Path CASES = Path.of("src/test/corpus/diagnostics");

    @Test
    void listsEachRuleThatThereIs() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            List<String> written = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Rule.java") && !name.equals("Rule.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertThat(Checks.RULES.stream().map(rule -> rule.getClass().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void givesEachRuleACodeOfItsOwn() {
        assertThat(Checks.RULES.stream().map(Rule::code)).doesNotHaveDuplicates();
    }

    @Test
    void reportsWithEachRuleItsOwnCodeOnly() throws IOException {
        Set<Code> reported = EnumSet.noneOf(Code.class);
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Program program = resolve(folder);
                for (Rule rule : Checks.RULES) {
                    Diagnostics found = new Diagnostics();
                    rule.check(program, found);
                    assertThat(found.sorted())
                            .as(folder + " " + rule.code())
                            .allMatch(one -> one.code() == rule.code());
                    found.sorted().stream().map(Diagnostic::code).forEach(reported::add);
                }
            }
        }
        assertThat(reported)
                .containsExactlyInAnyOrderElementsOf(
                        Checks.RULES.stream().map(Rule::code).toList());
    }

    private static Program resolve(Path folder) {
        Diagnostics ignored = new Diagnostics();
        return Resolver.resolve(
                new SourceLoader(List.of(folder), List.of(), List.of(), ignored, SourceLoader.MAX_FILES).load(),
                ignored);
    }
}
