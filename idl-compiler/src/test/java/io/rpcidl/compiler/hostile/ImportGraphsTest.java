package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@Timeout(1_200)
class ImportGraphsTest {

    @TempDir
    Path temporary;

    @Test
    @DisplayName("K15: a file that imports itself, and two that import each other")
    void namesShortCycles() {
        assertThat(cycle("itself", 1)).singleElement().satisfies(found -> {
            assertThat(found.message()).isEqualTo("the file imports itself");
            assertThat(found.span().text()).contains("p/f0.rpcidl");
        });
        assertThat(cycle("two", 2))
                .singleElement()
                .satisfies(found -> assertThat(found.labels()).hasSize(1));
    }

    @Test
    @DisplayName("K15: a cycle of 10,000 files is named, whole, in one message")
    void namesALongCycle() {
        assertThat(cycle("long", 10_000)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.IMPORT_CYCLE);
            assertThat(found.message()).startsWith("10000 files import each other");
            assertThat(found.labels()).hasSize(9_999);
        });
    }

    @Test
    @DisplayName("K15: every file imports every other, and the messages stay few")
    void namesFewOfManyCycles() {
        int files = 100;
        Sources sources = new Sources(temporary.resolve("all"));
        for (int i = 0; i < files; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < files; j++) {
                text.append("import \"p/f")
                        .append(j)
                        .append(".rpcidl\" as f")
                        .append(j)
                        .append(";\n");
            }
            sources.with("f" + i, text.toString());
        }

        assertThat(errors(sources)).hasSizeBetween(1, 20);
    }

    @Test
    @DisplayName("K15: a diamond of 20 levels has 2^20 ways and 42 files")
    void followsEachFileOnce() {
        long few = Allocation.ofAllThreads(() -> diamond(10));
        long many = Allocation.ofAllThreads(() -> diamond(20));

        assertThat(many).isLessThan(few * 3);
    }

    @Test
    @DisplayName("K15: a chain costs what its files cost")
    void followsChainsInLinearSpace() {
        chain(500);
        long few = Allocation.ofAllThreads(() -> chain(1_000));
        long many = Allocation.ofAllThreads(() -> chain(2_000));

        assertThat((double) many).isLessThan(few * 2.2);
    }

    @Test
    @EnabledIfSystemProperty(named = "rpcidl.hostile", matches = "full")
    @DisplayName("K15: a chain of 100,000 files, the most that a compilation has, and one more")
    void followsTheLongestChain() {
        chain(100_000);
        Sources sources = new Sources(temporary.resolve("chain100000")).with("g", "");

        assertThat(errors(sources)).extracting(Diagnostic::code).contains(Code.TOO_MANY_SOURCES);
    }

    private List<Diagnostic> cycle(String name, int length) {
        Sources sources = new Sources(temporary.resolve(name));
        for (int i = 0; i < length; i++) {
            int next = (i + 1) % length;
            sources.with(
                    "f" + i, "import \"p/f" + next + ".rpcidl\" as n; struct S" + i + " { 1: n.S" + next + "? s; }");
        }
        return errors(sources);
    }

    private void chain(int length) {
        Sources sources = new Sources(temporary.resolve("chain" + length));
        sources.with("f" + (length - 1), "struct S" + (length - 1) + " {}");
        for (int i = 0; i < length - 1; i++) {
            int next = i + 1;
            sources.with(
                    "f" + i, "import \"p/f" + next + ".rpcidl\" as n; struct S" + i + " { 1: n.S" + next + " s; }");
        }
        assertThat(errors(sources)).isEmpty();
    }

    private void diamond(int levels) {
        Sources sources = new Sources(temporary.resolve("diamond" + levels));
        for (int i = 0; i < levels; i++) {
            String both = "import \"p/a%2$d.rpcidl\" as a; import \"p/b%2$d.rpcidl\" as b;"
                    + " struct %3$s%1$d { 1: a.A%2$d a; 2: b.B%2$d b; }";
            sources.with("a" + i, both.formatted(i, i + 1, "A")).with("b" + i, both.formatted(i, i + 1, "B"));
        }
        sources.with("a" + levels, "struct A" + levels + " {}").with("b" + levels, "struct B" + levels + " {}");
        assertThat(errors(sources)).isEmpty();
    }

    private static List<Diagnostic> errors(Sources sources) {
        return sources.compile().diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }
}
