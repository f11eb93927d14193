package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.JsonRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of the corpus is a source root with what the compiler says about it; {@code -Drpcidl.corpus=update} rewrites
 * that. What the compiler is asked to do is in the file {@code call} of the folder, see {@link Calls}.
 */
class DiagnosticsCorpusTest {

    @TempDir
    Path temporary;

    static List<Corpus.Case> cases() {
        return Corpus.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsExpected(Corpus.Case one) throws IOException {
        String text = new DiagnosticRenderer().text(one.diagnostics(temporary));
        String found = text.replace(Corpus.FOLDER.toString().replace('\\', '/') + "/", "")
                .replace(temporary.toString().replace('\\', '/'), "TEMPORARY");
        Path expected = one.folder().resolve("expected.txt");
        if ("update".equals(System.getProperty("rpcidl.corpus"))) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheSameAsJson(Corpus.Case one) throws IOException {
        List<Diagnostic> diagnostics = one.diagnostics(temporary);

        List<String> tokens = JsonTokens.of(new JsonRenderer().text(diagnostics));

        assertThat(tokens.stream().filter("PROPERTY_NAME code"::equals)).hasSameSizeAs(diagnostics);
        assertThat(tokens)
                .containsAll(diagnostics.stream()
                        .map(diagnostic -> "VALUE_STRING " + diagnostic.message())
                        .toList());
    }

    @Test
    void hasACaseForEachCode() throws IOException {
        Set<Code> missing = EnumSet.allOf(Code.class);
        for (Corpus.Case one : Corpus.cases()) {
            Path folder = Files.createDirectory(temporary.resolve(one.name()));
            one.diagnostics(folder).stream().map(Diagnostic::code).forEach(missing::remove);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void usesEachSituation() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Corpus.Case one : Corpus.cases()) {
            used.add(one.callName());
        }
        assertThat(used).isEqualTo(Calls.ALL.keySet());
    }
}
