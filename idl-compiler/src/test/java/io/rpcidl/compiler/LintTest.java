package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Fix;
import io.rpcidl.compiler.fix.Fixes;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.lint.LintConfiguration;
import io.rpcidl.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lint of whole requests, and its configuration. */
class LintTest {

    private static final String UGLY = "rpcidl 1;\npackage p.v1;\n/// A.\nstruct a { 1: u8 b_c; }\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "etcd"})
    void findsNothingInTheSamples(String sample) {
        Path root = Path.of("../samples", sample, "src/main/rpcidl");

        CompileResult result = lint(root, LintConfiguration.DEFAULT);

        assertThat(new DiagnosticRenderer().text(result.diagnostics())).isEmpty();
        assertThat(result.schema()).isNotNull();
    }

    @Test
    void looksAtSourcesOfTheRequestOnly() {
        write("imports/q/v1/q.rpcidl", UGLY.replace("p.v1", "q.v1"));
        write(
                "root/p/v1/p.rpcidl",
                "rpcidl 1; package p.v1; import \"q/v1/q.rpcidl\" as q;\n/// B.\nstruct B { 1: q.a a; }");

        CompileRequest request =
                new CompileRequest(List.of(folder.resolve("root")), List.of(folder.resolve("imports")), null);
        CompileResult result = new RpcidlCompiler(List.of()).lint(request, LintConfiguration.DEFAULT);

        assertThat(codes(result)).isEmpty();
        assertThat(codes(lint(folder.resolve("imports"), LintConfiguration.DEFAULT)))
                .hasSize(2);
    }

    @Test
    void saysNothingWhileThereAreErrors() {
        write("root/p/v1/p.rpcidl", UGLY + "type B = Missing;");

        assertThat(codes(lint(folder.resolve("root"), LintConfiguration.DEFAULT)))
                .containsExactly(Code.UNKNOWN_NAME);
    }

    @Test
    void warnsAndSucceeds() {
        write("root/p/v1/p.rpcidl", UGLY);

        CompileResult result = lint(folder.resolve("root"), LintConfiguration.DEFAULT);

        assertThat(codes(result)).containsExactly(Code.LINT_TYPE_NAME, Code.LINT_FIELD_NAME);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.schema()).isNotNull();
    }

    @Test
    void switchesRulesOff() {
        write("root/p/v1/p.rpcidl", UGLY);
        write("lint.properties", "# ours\r\n\n type-name=off \n");
        Diagnostics diagnostics = new Diagnostics();

        LintConfiguration configuration = LintConfiguration.read(folder.resolve("lint.properties"), diagnostics);

        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(codes(lint(folder.resolve("root"), configuration))).containsExactly(Code.LINT_FIELD_NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "feild-name = off|1:1 lint has no rule `feild-name`|did you mean `field-name`?",
                "nothing-like-it = off|1:1 lint has no rule `nothing-like-it`|docs/lint.md lists the rules",
                "field-name = of|1:14 `of` is no setting of `field-name`; write `on` or `off`|",
                "field-name = 3|1:14 `3` is no setting of `field-name`; write `on` or `off`|",
                "field-name =|1:13 nothing is no setting of `field-name`; write `on` or `off`|",
                "many-parameters = 0|1:19 `0` is no setting of `many-parameters`; write `on` or `off`, or a number from 1 to 999999|",
                "field-name off|1:1 this line sets nothing; write `rule = on` or `rule = off`|",
            })
    void refusesSettings(String text, String message, String help) {
        write("lint.properties", text);
        Diagnostics diagnostics = new Diagnostics();

        LintConfiguration.read(folder.resolve("lint.properties"), diagnostics);

        assertThat(diagnostics.sorted()).hasSize(1);
        Diagnostic found = diagnostics.sorted().get(0);
        assertThat(found.code()).isEqualTo(Code.LINT_CONFIGURATION);
        assertThat("1:" + (found.span().start() + 1) + " " + found.message()).isEqualTo(message);
        assertThat(found.help()).isEqualTo(help);
    }

    @Test
    void refusesToSetARuleTwice() {
        write("lint.properties", "field-name = on\n#\nfield-name = off");
        Diagnostics diagnostics = new Diagnostics();

        LintConfiguration.read(folder.resolve("lint.properties"), diagnostics);

        assertThat(diagnostics.sorted()).hasSize(1);
        assertThat(diagnostics.sorted().get(0).message())
                .isEqualTo("`field-name` is set twice; remove one of the lines");
        assertThat(diagnostics.sorted().get(0).span().start()).isEqualTo(18);
    }

    @Test
    void reportsAConfigurationThatCannotBeRead() {
        Diagnostics diagnostics = new Diagnostics();

        LintConfiguration.read(folder.resolve("missing.properties"), diagnostics);

        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.sorted().get(0).message())
                .isEqualTo("the configuration of lint can't be read: it does not exist, or is no readable file");
    }

    @Test
    void allowsWithoutChangingWhatIsGenerated() {
        String text = "rpcidl 1;\npackage p.v1%s;\n/// A.\nstruct a%s { 1: u8 b_c%s; }\n/// S.\nservice S%s {\n"
                + "/// M.\n1: bool get(1: bool x%s)%s; }\nenum E%s { a = 0%s; }\nunion U%s { 1: A_B%s; }\n"
                + "error OldError%s {}\nconst u8 c = 1%s;\ntype t = u8%s;\n";
        Set<GeneratedFile> plain = generated(text.replace("%s", ""));
        Set<GeneratedFile> allowed = generated(
                text.replace("%s", " @lint.allow(\"field-name\", \"one\") @lint.allow(\"type-name\", \"other\")"));

        assertThat(plain).isNotEmpty().isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@lint.allow",
                "@lint.allow()",
                "@lint.allow(\"field-name\")",
                "@lint.allow(1, \"a\")",
                "@lint.allow(\"field-name\", \"why\", \"more\")",
                "@lint.allow(\"field-name\", none)"
            })
    void takesTwoStrings(String annotation) {
        write("root/p/v1/p.rpcidl", "rpcidl 1;\npackage p.v1;\nstruct A " + annotation + " {}\n");

        assertThat(codes(lint(folder.resolve("root"), LintConfiguration.DEFAULT)))
                .containsExactly(Code.ANNOTATION_ARGUMENTS);
    }

    @Test
    void proposesFixesThatSolve() throws IOException {
        Path source = folder.resolve("root/p/v1/p.rpcidl");
        write(
                "root/p/v1/p.rpcidl",
                UGLY.replace("b_c", "b_c @lint.allow(\"feld-name\", \"old\") @lint.allow(\"max-length\", \"off\")")
                        .replace("struct a", "struct A @lint.allow(\"type-name\", \"was a\")"));
        CompileResult before = lint(folder.resolve("root"), LintConfiguration.DEFAULT);

        assertThat(codes(before)).containsExactly(Code.LINT_UNUSED, Code.LINT_FIELD_NAME, Code.LINT_UNKNOWN_RULE);
        List<Fix> fixes = before.diagnostics().stream()
                .map(Diagnostic::fix)
                .filter(Objects::nonNull)
                .toList();
        SourceFile file = before.diagnostics().get(0).span().file();
        Files.writeString(source, Fixes.apply(file, fixes));

        assertThat(source)
                .hasContent(UGLY.replace("struct a", "struct A")
                        .replace(
                                "b_c",
                                "b_c @lint.allow(\"field-name\", \"old\") @lint.allow(\"max-length\", \"off\")"));
        assertThat(lint(folder.resolve("root"), LintConfiguration.DEFAULT).diagnostics())
                .isEmpty();
    }

    private Set<GeneratedFile> generated(String text) {
        write("root/p/v1/p.rpcidl", text);
        CompileResult result = new RpcidlCompiler(List.of()).compile(CompileRequest.check(folder.resolve("root")));
        assertThat(result.schema())
                .as(new DiagnosticRenderer().text(result.diagnostics()))
                .isNotNull();
        return new JavaBackend().generate(result.schema()).stream().collect(Collectors.toSet());
    }

    private static CompileResult lint(Path root, LintConfiguration configuration) {
        return new RpcidlCompiler(List.of()).lint(CompileRequest.check(root), configuration);
    }

    private static List<Code> codes(CompileResult result) {
        return result.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
