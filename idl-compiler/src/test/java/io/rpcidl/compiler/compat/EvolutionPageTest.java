package io.rpcidl.compiler.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.schema.compat.ChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on evolution says what the code does; {@code -Drpcidl.evolution=update} rewrites its table. */
class EvolutionPageTest {

    private static final Path PAGE = Path.of("../docs/evolution.md");
    private static final String MARK = "<!-- rules: from here on written by the build, see CONTRIBUTING.md -->\n";
    private static final String SOURCE = "shop/orders/v1/orders.rpcidl";

    @TempDir
    private Path folder;

    @Test
    void hasARowForEachRule() throws IOException {
        String page = Files.readString(PAGE);
        int at = page.indexOf(MARK) + MARK.length();
        String expected = page.substring(0, at) + table();
        if ("update".equals(System.getProperty("rpcidl.evolution"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| change | level | who breaks | what happened | why | how to do it safely |\n");
        table.append("| --- | --- | --- | --- | --- | --- |\n");
        for (ChangeKind kind : ChangeKind.values()) {
            List<String> cells = List.of(
                    "`" + kind.id() + "`",
                    kind.level().toString(),
                    kind.affected().words(),
                    kind.title(),
                    kind.why(),
                    kind.remedy());
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return table.toString();
    }

    @Test
    void showsTheLockOfItsExample() throws IOException {
        String source = block("source");
        write(source.replace("reserved 4, \"card\";", "4: string? card;"));
        lock();
        write(source);
        lock();
        assertThat(Files.readString(folder.resolve(SOURCE + ".lock"))).isEqualTo(block("lock"));
    }

    @Test
    void saysOfEachRuleWhatHelps() {
        for (ChangeKind kind : ChangeKind.values()) {
            assertThat(kind.title()).as(kind.id()).matches("[a-z].*[^.]").doesNotContain("|");
            assertThat(kind.why()).as(kind.id()).matches("[A-Z`].*\\.").doesNotContain("|");
            assertThat(kind.remedy()).as(kind.id()).matches("[A-Z`].*[.;]").doesNotContain("|");
        }
    }

    private static String block(String name) throws IOException {
        String page = Files.readString(PAGE);
        int mark = page.indexOf("<!-- example: " + name + " -->");
        int start = page.indexOf('\n', page.indexOf("```", mark)) + 1;
        return page.substring(start, page.indexOf("```", start));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve(SOURCE).getParent());
        Files.writeString(folder.resolve(SOURCE), text);
    }

    private void lock() {
        assertThat(new RpcidlCompiler(List.of())
                        .lock(CompileRequest.check(folder))
                        .succeeded())
                .isTrue();
    }
}
