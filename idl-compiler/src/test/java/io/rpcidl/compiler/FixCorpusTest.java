package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.fix.Fixes;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fix that a case of the corpus proposes solves its diagnostic, makes no new error, and is made once. */
class FixCorpusTest {

    /** What has a fix in some case; a code that leaves this list has lost one. */
    private static final Set<Code> FIXABLE = EnumSet.of(
            Code.BYTE_ORDER_MARK,
            Code.SYNTAX,
            Code.DANGLING_DOCUMENTATION,
            Code.HEADER,
            Code.PACKAGE_MISSING,
            Code.PACKAGE_NAME,
            Code.PACKAGE_FOLDER,
            Code.UNKNOWN_NAME,
            Code.IMPORT_NOT_FOUND,
            Code.UNUSED_IMPORT,
            Code.DUPLICATE_IMPORT,
            Code.RESERVED_RANGE,
            Code.RESERVED_TWICE,
            Code.OPTIONAL_PLACE,
            Code.DEFAULT_PLACE,
            Code.UNKNOWN_ANNOTATION,
            Code.ANNOTATION_REPEATED,
            Code.PARAMETER_NUMBER,
            Code.MODIFIERS);

    @TempDir
    Path temporary;

    static List<Corpus.Case> cases() {
        return Corpus.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void solvesEachDiagnosticAlone(Corpus.Case one) throws IOException {
        Path root = one.copy(temporary.resolve("root"));
        if (!Files.exists(root)) {
            return; // a situation, which has its own tests
        }
        for (Diagnostic diagnostic : check(root)) {
            if (diagnostic.fix() != null) {
                Path copy = one.copy(temporary.resolve("copy" + diagnostic.hashCode()));
                List<Diagnostic> before = check(copy);
                SourceFile file = diagnostic.span().file();
                Files.writeString(copy.resolve(file.path()), Fixes.apply(file, List.of(diagnostic.fix())));
                solves(diagnostic, before, check(copy));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void solvesAllTogetherAndOnce(Corpus.Case one) throws IOException {
        Path root = one.copy(temporary.resolve("root"));
        if (!Files.exists(root)) {
            return;
        }
        CompileResult fixed = fix(root);

        assertThat(fixed.diagnostics()).allMatch(diagnostic -> diagnostic.fix() == null);
        assertThat(fix(root).written()).isEmpty();
        assertThat(fix(root).diagnostics()).isEqualTo(fixed.diagnostics());
    }

    @Test
    void coversAllThatCanBeFixed() throws IOException {
        Set<Code> found = EnumSet.noneOf(Code.class);
        for (Corpus.Case one : cases()) {
            Path root = one.copy(Files.createDirectory(temporary.resolve(one.name())));
            check(root).stream()
                    .filter(diagnostic -> diagnostic.fix() != null)
                    .forEach(diagnostic -> found.add(diagnostic.code()));
        }
        assertThat(found).isEqualTo(FIXABLE);
    }

    /** A source that could not be read or parsed may show errors that nobody could see before. */
    private static void solves(Diagnostic solved, List<Diagnostic> before, List<Diagnostic> after) {
        boolean hidden = before.stream()
                .anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR
                        && diagnostic.code().compareTo(Code.HEADER) < 0
                        && diagnostic
                                .span()
                                .file()
                                .path()
                                .equals(solved.span().file().path()));
        List<String> left = new ArrayList<>(errors(before, hidden));
        left.remove(text(solved));
        if (solved.severity() == Severity.WARNING) {
            assertThat(after.stream().filter(diagnostic -> diagnostic.code() == solved.code()))
                    .hasSizeLessThan((int) before.stream()
                            .filter(diagnostic -> diagnostic.code() == solved.code())
                            .count());
        }
        List<String> added = new ArrayList<>(errors(after, hidden));
        left.forEach(added::remove);
        assertThat(added).as(solved.message()).isEmpty();
    }

    private static List<String> errors(List<Diagnostic> diagnostics, boolean early) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .filter(diagnostic -> !early || diagnostic.code().compareTo(Code.HEADER) < 0)
                .map(FixCorpusTest::text)
                .toList();
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.span().file().path() + " " + diagnostic.code() + " " + diagnostic.message();
    }

    private static List<Diagnostic> check(Path root) {
        return new RpcidlCompiler(List.of(new JavaBackend()))
                .compile(CompileRequest.check(root))
                .diagnostics();
    }

    private static CompileResult fix(Path root) {
        return new RpcidlCompiler(List.of(new JavaBackend())).fix(CompileRequest.check(root));
    }
}
