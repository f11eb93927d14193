package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder of the corpus is a source root with what the compiler says about it; {@code -Drpcidl.corpus=update} rewrites that. */
class DiagnosticsCorpusTest {

    private static final Path CORPUS = Path.of("src/test/corpus/diagnostics");

    /** What needs sources too large for a corpus, folders that a repository can't hold, jars, or an output folder. */
    private static final Set<Code> ELSEWHERE = EnumSet.of(
            Code.UNREADABLE,
            Code.SOURCE_TOO_LARGE,
            Code.BAD_ROOT,
            Code.SHADOWED_SOURCE,
            Code.TOO_MANY_SOURCES,
            Code.TOO_MANY_TOKENS,
            Code.BAD_JAR,
            Code.JAR_ENTRY,
            Code.DIFFERENT_COPIES,
            Code.OUTPUT,
            Code.OUTPUT_PATH,
            Code.OUTPUT_CLASH,
            Code.SOURCE_REWRITE);

    @TestFactory
    Stream<DynamicTest> saysWhatIsExpected() throws IOException {
        return cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    String text = new DiagnosticRenderer().text(compile(folder).diagnostics());
                    String found = text.replace(CORPUS.toString().replace('\\', '/') + "/", "");
                    Path expected = folder.resolve("expected.txt");
                    if ("update".equals(System.getProperty("rpcidl.corpus"))) {
                        Files.writeString(expected, found);
                    }
                    assertThat(found).isEqualTo(Files.readString(expected));
                }));
    }

    @Test
    void hasACaseForEachCode() throws IOException {
        Set<Code> seen = EnumSet.copyOf(ELSEWHERE);
        for (Path folder : cases()) {
            compile(folder).diagnostics().stream().map(Diagnostic::code).forEach(seen::add);
        }
        assertThat(Stream.of(Code.values()).filter(code -> !hasTestsOfItsOwn(code)))
                .allMatch(seen::contains);
    }

    /** Backends, lint and formatting. */
    private static boolean hasTestsOfItsOwn(Code code) {
        return code.id().matches("RPC(08|10|13)..");
    }

    private static CompileResult compile(Path folder) {
        return new RpcidlCompiler(List.of()).compile(CompileRequest.check(folder));
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
