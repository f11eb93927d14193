package io.rpcidl.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.source.SourceFile;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, the parser answers: with a whole tree, or with an error and an unusable file. */
class SourceParserProperties {

    private static final List<String> WORDS = List.of(
            "rpcidl",
            "package",
            "import",
            "as",
            "const",
            "type",
            "enum",
            "closed",
            "open",
            "struct",
            "union",
            "error",
            "rejects",
            "service",
            "reserved",
            "readonly",
            "oneway",
            "throws",
            "x",
            "list",
            "1",
            "2s",
            "1.5",
            "\"s\"",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ";",
            ":",
            ",",
            "..",
            ".",
            "=",
            "?",
            "@",
            "-",
            "///d",
            "//c",
            "/*b*/",
            "/*",
            "\"",
            "#",
            "\u00E4",
            "\n",
            "\r");

    @Property(tries = 3_000)
    void answersAnySequenceOfWords(@ForAll("words") List<String> words) {
        answers(String.join(" ", words));
        answers(String.join("", words));
        answers("struct A {" + String.join(" ", words) + "}\nservice S { 1: " + String.join(" ", words));
    }

    @Property(tries = 1_000)
    void answersAnyText(@ForAll String text) {
        answers(text.replace('\uD800', 'x'));
    }

    /** Motifs of the grammar, many times over: what takes long has a bomb in it. */
    @Example
    void answersRepeatedMotifs() {
        for (String first : WORDS) {
            for (String second : WORDS) {
                String motif = first + " " + second + " ";
                answers(motif.repeat(50));
                answers("struct A { 1: " + motif.repeat(50));
            }
        }
    }

    @Provide
    static Arbitrary<List<String>> words() {
        return Arbitraries.of(WORDS).list().ofMaxSize(40);
    }

    private static void answers(String text) {
        Diagnostics diagnostics = new Diagnostics();

        FileDecl file = SourceParser.parse(new SourceFile("a", "a", text), diagnostics);

        assertThat(file.broken()).isEqualTo(diagnostics.hasErrors());
        assertThat(diagnostics.sorted().stream().filter(found -> found.severity() == Severity.ERROR))
                .hasSizeLessThanOrEqualTo(Diagnostics.MAX_ERRORS_PER_FILE);
    }
}
