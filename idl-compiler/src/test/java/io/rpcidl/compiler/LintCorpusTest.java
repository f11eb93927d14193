package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.lint.LintConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of the corpus is a source root, perhaps with a configuration, and what lint says about it; {@code
 * -Drpcidl.corpus=update} rewrites that.
 */
class LintCorpusTest {

    private static final Path CORPUS = Path.of("src/test/corpus/lint");

    @TestFactory
    Stream<DynamicTest> saysWhatIsExpected() throws IOException {
        return cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    String text = new DiagnosticRenderer().text(lint(folder).diagnostics());
                    String found = text.replace(CORPUS.toString().replace('\\', '/') + "/", "");
                    Path expected = folder.resolve("expected.txt");
                    if ("update".equals(System.getProperty("rpcidl.corpus"))) {
                        Files.writeString(expected, found);
                    }
                    assertThat(found).isEqualTo(Files.readString(expected));
                }));
    }

    @Test
    void hasACaseOfItsOwnForEachRule() throws IOException {
        Set<Code> seen = EnumSet.of(Code.LINT_CONFIGURATION);
        for (Path folder : cases()) {
            Set<Code> codes =
                    lint(folder).diagnostics().stream().map(Diagnostic::code).collect(Collectors.toSet());
            boolean ofSuppressions = folder.endsWith("suppressions");
            assertThat(codes).as(folder.toString()).hasSize(ofSuppressions ? 3 : 1);
            seen.addAll(codes);
        }
        assertThat(Stream.of(Code.values()).filter(code -> code.id().startsWith("RPC10")))
                .allMatch(seen::contains);
    }

    private static CompileResult lint(Path folder) {
        Diagnostics diagnostics = new Diagnostics();
        Path file = folder.resolve(LintConfiguration.FILE_NAME);
        LintConfiguration configuration =
                Files.exists(file) ? LintConfiguration.read(file, diagnostics) : LintConfiguration.DEFAULT;
        assertThat(diagnostics.sorted()).isEmpty();
        return new RpcidlCompiler(List.of()).lint(CompileRequest.check(folder), configuration);
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
