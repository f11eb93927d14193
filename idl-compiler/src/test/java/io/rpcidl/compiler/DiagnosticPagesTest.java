package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code has a page whose wrong example reports just this code and whose right example reports nothing, and a row of the index. */
class DiagnosticPagesTest {

    private static final Path PAGES = Path.of("../docs/diagnostics");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void explainsTheCode(Code code) throws IOException {
        String page = page(code);

        assertThat(page).startsWith("# " + code.id() + ": " + code.title() + "\n");
        String text = page.substring(page.indexOf('\n'), page.indexOf("\n## "));
        assertThat(text.split("[.!?](\\s|$)")).as("sentences").hasSizeBetween(2, 6);
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatIsWrongAndWhatIsRight(Code code) throws IOException {
        ShownFiles wrong = ShownFiles.in(ShownFiles.section(page(code), "Wrong"));
        ShownFiles right = ShownFiles.in(ShownFiles.section(page(code), "Right"));

        assertThat(wrong.byPath().isEmpty()).isEqualTo(right.byPath().isEmpty());
        if (wrong.byPath().isEmpty()) {
            assertThat(ShownFiles.section(page(code), "What to do")).isNotBlank();
            return;
        }
        List<Diagnostic> reported = Calls.usual(code).make(wrong.write(folder.resolve("wrong")), folder);
        assertThat(reported.stream().map(Diagnostic::code)).isNotEmpty().containsOnly(code);
        assertThat(Calls.usual(code).make(right.write(folder.resolve("right")), folder))
                .isEmpty();
    }

    @Test
    void hasNoPageWithoutACode() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Code.values())
                            .map(code -> code.id() + ".md")
                            .toList());
        }
    }

    @Test
    void listsEveryCodeOnceAndInOrder() throws IOException {
        List<String> rows = rows().stream()
                .map(row ->
                        row.substring(0, row.lastIndexOf('|', row.length() - 2)).strip())
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(Code.values())
                        .map(code -> "| [" + code.id() + "](" + code.id() + ".md) | "
                                + code.severity().name().toLowerCase(Locale.ROOT) + " | " + code.title())
                        .toList());
    }

    /** The index is the one list of all rules, also of those that are not in {@code check.Checks}. */
    @Test
    void namesTheClassesThatFindEachCode() throws IOException {
        List<String> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            String found = rows.get(i)
                    .substring(rows.get(i).lastIndexOf('|', rows.get(i).length() - 2));
            List<String> classes = Stream.of(found.split("`"))
                    .filter(part -> part.matches("[a-zA-Z.]+"))
                    .toList();
            assertThat(classes).as(rows.get(i)).isNotEmpty();
            for (String name : classes) {
                assertThat(source(name)).as(name).contains("Code." + Code.values()[i].name());
            }
        }
    }

    @Test
    void showsDiagnosticsAsTheRenderersDo() throws IOException {
        String page = Files.readString(PAGES.resolve("README.md"));
        Path root = ShownFiles.in(page).write(folder.resolve("shown"));

        List<Diagnostic> diagnostics = new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(root))
                .diagnostics();

        String location = root.toString().replace('\\', '/') + "/";
        String text = new DiagnosticRenderer().text(diagnostics).replace(location, "");
        assertThat(ShownFiles.blocks(page, "text")).containsExactly(text);
        List<String> json = ShownFiles.blocks(page, "json");
        assertThat(json).hasSize(1);
        assertThat(JsonTokens.of(json.get(0)))
                .isEqualTo(JsonTokens.of(JsonTokens.render(diagnostics.subList(0, 1), location)));
    }

    private static String source(String name) throws IOException {
        String path = "src/main/java/io/rpcidl/compiler/" + name.replace('.', '/') + ".java";
        return Files.readString(Path.of(path));
    }

    private static String page(Code code) throws IOException {
        return Files.readString(Path.of("..").resolve(code.page()));
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| [RPC"))
                .toList();
    }
}
