package io.rpcidl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case of the corpus is a source and how it looks when it is formatted; {@code -Drpcidl.corpus=update} rewrites that. */
class FormatterTest {

    private static final Path CORPUS = Path.of("src/test/corpus/format");

    @ParameterizedTest
    @MethodSource("cases")
    void formats(Path folder) throws IOException {
        String formatted = Written.format(Files.readString(folder.resolve("written.rpcidl")));
        Path expected = folder.resolve("formatted.rpcidl");
        assertThat(formatted).isNotNull();
        if ("update".equals(System.getProperty("rpcidl.corpus"))) {
            Files.writeString(expected, formatted);
        }
        assertThat(formatted).isEqualTo(Files.readString(expected));
        assertThat(Written.format(formatted)).isEqualTo(formatted);
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "struct S {\n  1: u8 a;\n",
                "const u8 A = \"\\q\";",
                "struct S {} rpcidl 1;",
                "a b c",
                "/*",
                "\u00E4"
            })
    void leavesBrokenSourcesAlone(String text) {
        Diagnostics diagnostics = new Diagnostics();

        assertThat(Formatter.format(new SourceFile("a", "a", text), diagnostics))
                .isNull();
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void saysNothingThatIsNoSyntaxError() {
        Diagnostics diagnostics = new Diagnostics();

        String formatted = Formatter.format(new SourceFile("a", "a", "type A=Missing @no;type A=A;"), diagnostics);

        assertThat(formatted).isEqualTo("type A = Missing @no;\ntype A = A;\n");
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void keepsNothingOfNothing() {
        assertThat(Written.format("")).isEmpty();
        assertThat(Written.format(" \r\n\t\n")).isEmpty();
        assertThat(Written.format("\n\n// alone  ")).isEqualTo("// alone\n");
    }

    @Test
    void pointsAtTheFirstLineThatChanges() {
        assertThat(difference("rpcidl 1;\n\nstruct  S {}\n")).isEqualTo("3: this line becomes `struct S {}`");
        assertThat(difference("rpcidl 1;\nstruct S {}\n")).isEqualTo("2: a blank line comes before this one");
        assertThat(difference("rpcidl 1;\n\n\nstruct S {}\n")).isEqualTo("3: this line goes away");
        assertThat(difference("rpcidl 1;")).isEqualTo("1: the end of this line changes");
        assertThat(difference("rpcidl 1;\r\n")).isEqualTo("1: the end of this line changes");
        assertThat(difference("rpcidl 1;\rstruct S {}")).isEqualTo("1: the end of this line changes");
        assertThat(difference("rpcidl 1;\n\n")).isEqualTo("2: this line goes away");
        assertThat(difference("\n")).isEqualTo("1: this line goes away");
    }

    private static String difference(String text) {
        SourceFile source = new SourceFile("a", "a", text);
        String formatted = Formatter.format(source, new Diagnostics());
        assertThat(formatted).isNotNull();
        Diagnostic found = new Difference(source, formatted).diagnostic();
        long line = text.substring(0, found.span().start()).lines().count() + 1;
        return line + ": " + found.message().substring("the source is not formatted: ".length());
    }
}
