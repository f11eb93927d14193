package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** K12 and K14: nesting, and sizes of sources and words. Each compiles on a thread with a stack of 512 KiB. */
class LimitsTest {

    private static final long STACK = 512 * 1024L;
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path root;

    @Test
    void acceptsNestingOf64() throws InterruptedException {
        assertThat(codes("struct A { 1: " + "list<".repeat(63) + "u8" + ">".repeat(63) + " x; }"))
                .isEmpty();
    }

    @Test
    void refusesNestingOf65() throws InterruptedException {
        assertThat(codes("struct A { 1: " + "list<".repeat(64) + "u8" + ">".repeat(64) + " x; }"))
                .containsExactly("RPC0109");
    }

    @Test
    void refusesEachKindOfBracketNestedVeryDeep() throws InterruptedException {
        for (String bracket : List.of("<", "(", "[", "{")) {
            assertThat(codes("const u8 X = " + bracket.repeat(100_000))).containsExactly("RPC0109");
        }
    }

    @Test
    void acceptsAFileOfExactlyOneMebibyte() throws InterruptedException {
        assertThat(codes(comment(MEBIBYTE - Sources.HEAD.length()))).isEmpty();
    }

    @Test
    void refusesAFileOfOneByteMore() throws InterruptedException {
        assertThat(codes(comment(MEBIBYTE - Sources.HEAD.length() + 1))).containsExactly("RPC0002");
    }

    @Test
    void acceptsTwoHundredThousandWords() throws InterruptedException {
        assertThat(codes(words(200_000))).isEmpty();
    }

    @Test
    void refusesOneWordMore() throws InterruptedException {
        assertThat(codes(words(200_001))).containsExactly("RPC0108");
    }

    @Test
    void refusesAnUnterminatedStringOfAMebibyte() throws InterruptedException {
        assertThat(codes("const string A = \"" + "x".repeat(1_000_000))).containsExactly("RPC0103");
    }

    @Test
    void refusesALongString() throws InterruptedException {
        assertThat(codes("const string A = \"" + "x".repeat(1_000_000) + "\";")).containsExactly("RPC0110");
    }

    @Test
    void refusesAnUnterminatedCommentOfAMebibyte() throws InterruptedException {
        assertThat(codes("/*" + "* ".repeat(500_000))).containsExactly("RPC0104");
    }

    @Test
    void refusesAnIdentifierOfAMebibyte() throws InterruptedException {
        assertThat(codes("struct " + "x".repeat(1_000_000) + " {}")).containsExactly("RPC0110");
    }

    @Test
    void refusesANumberOfAMebibyte() throws InterruptedException {
        assertThat(codes("const u64 A = " + "9".repeat(1_000_000) + ";")).containsExactly("RPC0110");
    }

    @Test
    void acceptsAConstantDefinedByTenThousandOthers() throws InterruptedException {
        StringBuilder text = new StringBuilder("const u8 C10000 = 1;\n");
        for (int i = 9_999; i >= 0; i--) {
            text.insert(0, "const u8 C" + i + " = C" + (i + 1) + ";\n");
        }
        assertThat(codes(text.toString())).isEmpty();
    }

    @Test
    void readsALotOfDocumentationInOneGo() throws InterruptedException {
        assertThat(codes("/// \n".repeat(190_000) + "struct A {}")).isEmpty();
    }

    @Test
    void saysQuicklyThatManyNamesAreUnknown() throws InterruptedException {
        StringBuilder text = new StringBuilder("enum E {");
        for (int i = 0; i < 20_000; i++) {
            text.append('V').append(i).append('=').append(i).append(';');
        }
        text.append("} struct S {");
        for (int i = 1; i < 10_000; i++) {
            text.append(i).append(": E f").append(i).append("= W").append(i).append(";\n");
        }
        assertThat(codes(text + "}")).hasSize(20).containsOnly("RPC0208");
    }

    @Test
    void reportsTwentyErrorsOfAFileAtMost() throws InterruptedException {
        assertThat(codes("struct A { 1 x; }\n".repeat(10_000))).hasSize(20).containsOnly("RPC0101");
        assertThat(codes("struct A { 1: B x; }\n".repeat(10_000))).hasSize(20);
    }

    private List<String> codes(String text) throws InterruptedException {
        Sources sources = new Sources(root).with("a", text);
        AtomicReference<List<String>> codes = new AtomicReference<>(List.of("no answer"));
        Thread thread = new Thread(null, () -> codes.set(sources.codes()), "compile", STACK);
        thread.start();
        thread.join();
        return codes.get();
    }

    private static String comment(int length) {
        String text = "//" + "x".repeat(length - 2);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(length);
        return text;
    }

    /** With the seven words of the header, exactly as many words; comments count. */
    private static String words(int count) {
        return "//\n".repeat(count - 6);
    }
}
