package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.syntax.SourceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BombsTest {

    private static final int MANY = 100_000;

    /** The stack that the parser promises to be content with. */
    private static final long STACK = 256 * 1024L;

    private static final int MOTIFS = 300;
    private static final int REPEATS = 200;
    private static final int[] FACTORS = {2, 4, 8, 16, 32};
    private static final long MOST_BYTES = 256L << 20;

    private static final List<String> WORDS = List.of(
            "rpcidl",
            "package",
            "import",
            "as",
            "const",
            "type",
            "enum",
            "closed",
            "struct",
            "union",
            "error",
            "rejects",
            "service",
            "reserved",
            "readonly",
            "idempotent",
            "oneway",
            "throws",
            "x",
            "list",
            "stream",
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
            "///d\n",
            "//c\n",
            "/*b*/",
            "/*",
            "\"",
            "#",
            "\u00e4",
            "\n");

    private static final List<String> CONTEXTS = List.of(
            "",
            "struct A { 1: ",
            "service S { 1: u8 m(",
            "enum E { A = 1 ",
            "const u8 X = ",
            "@a(",
            "union U { ",
            "reserved ");

    @Test
    @DisplayName("K12: 64 brackets of each kind are no problem of nesting, 65 and 100,000 are refused")
    void limitsNesting() throws InterruptedException {
        for (String bracket : List.of("<", "(", "[", "{", "list<", "struct A {", "@a(", "1: x(", "[ /* */ ")) {
            assertThat(codes(bracket.repeat(64))).as(bracket).doesNotContain(Code.TOO_DEEP);
            assertThat(codes(bracket.repeat(65))).as(bracket).contains(Code.TOO_DEEP);
            assertThat(codes("const u8 X = " + bracket.repeat(MANY / bracket.length())))
                    .contains(Code.TOO_DEEP);
        }
        assertThat(codes("struct A { 1: " + "list<".repeat(MANY))).containsExactly(Code.TOO_DEEP);
    }

    @Test
    @DisplayName("K12: comments do not nest, however often they are opened or closed")
    void comments() throws InterruptedException {
        assertThat(codes("/* ".repeat(MANY))).containsExactly(Code.UNTERMINATED_COMMENT);
        assertThat(codes("/* ".repeat(MANY) + "*/")).isEmpty();
        assertThat(codes("/* */".repeat(MANY))).isEmpty();
        assertThat(codes("*/".repeat(MANY))).hasSize(1);
    }

    @Test
    @DisplayName("K12: nor does what closes, repeats or chains")
    void chains() throws InterruptedException {
        for (String part : List.of(">", ")", "]", "}", "?", "-", "@", "a.", "@a ", "x, ", "readonly ", ";", ":")) {
            for (String context : CONTEXTS) {
                assertThat(codes(context + part.repeat(MANY / part.length()))).hasSizeBetween(1, 20);
            }
        }
    }

    @Test
    @Timeout(600)
    @DisplayName("K13: no motif costs more than linear memory, however often it is repeated")
    void repeatsOfMotifs() {
        Random random = new Random(20_261_127);
        for (int i = 0; i < MOTIFS; i++) {
            StringBuilder motif = new StringBuilder();
            for (int words = 2 + random.nextInt(3); words > 0; words--) {
                motif.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            String context = CONTEXTS.get(random.nextInt(CONTEXTS.size()));
            growsLinearly(context, motif.toString());
        }
    }

    private static void growsLinearly(String context, String motif) {
        parse(context + motif.repeat(REPEATS)); // what the parser learns about the grammar is paid once
        long smallest = 0;
        for (int factor : FACTORS) {
            String text = context + motif.repeat(REPEATS / 4 * factor);
            long bytes = Allocation.of(() -> parse(text));
            assertThat(bytes).as(motif).isLessThan(MOST_BYTES);
            smallest = smallest == 0 ? bytes : smallest;
            double linear = (double) smallest * factor / FACTORS[0];
            assertThat((double) bytes).as("%s%s x %d", context, motif, factor).isLessThan(linear * 1.5);
        }
    }

    private static List<Code> codes(String text) throws InterruptedException {
        AtomicReference<List<Code>> codes = new AtomicReference<>(List.of());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> codes.set(parse(text)), "small", STACK);
        thread.setUncaughtExceptionHandler((failed, problem) -> failure.set(problem));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
        return new ArrayList<>(codes.get());
    }

    private static List<Code> parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceParser.parse(new SourceFile("a", "a", text), diagnostics);
        return diagnostics.sorted().stream().map(Diagnostic::code).toList();
    }
}
