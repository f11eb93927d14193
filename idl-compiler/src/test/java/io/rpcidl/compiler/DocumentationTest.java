package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole files that the documentation shows are compiled. */
class DocumentationTest {

    private static final Pattern FILE = Pattern.compile("```rpcidl\n(rpcidl 1;.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package ([a-z0-9.]+)", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docs/format.md", "docs/language.md", "docs/lint.md", "wire-spec.md"})
    void showsFilesThatCompile(String page) throws IOException {
        Matcher file = FILE.matcher(Files.readString(Path.of("..").resolve(page)));
        int shown = 0;
        while (file.find()) {
            shown++;
            Path root = folder.resolve("root" + shown);
            write(root, file.group(1));
            CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(root));
            assertThat(result.diagnostics()).isEmpty();
        }
        assertThat(shown).as("files shown by " + page).isPositive();
    }

    private static void write(Path root, String text) throws IOException {
        Matcher declared = PACKAGE.matcher(text);
        assertThat(declared.find()).isTrue();
        Path target = root.resolve(declared.group(1).replace('.', '/')).resolve("shown.rpcidl");
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
