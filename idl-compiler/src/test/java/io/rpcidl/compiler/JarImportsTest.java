package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.diagnostic.Label;
import io.rpcidl.compiler.model.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JarImportsTest {

    private static final String Q = "rpcidl 1; package q; struct Q {}";

    @TempDir
    Path temporary;

    private Path root;
    private Path jar;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        jar = temporary.resolve("library.jar");
        new Sources(root).with("a", "import \"q/q.rpcidl\" as q; struct A { 1: q.Q q; }");
    }

    @Test
    void findsAnImportInAJar() {
        new Jars().source("q/q.rpcidl", Q).write(jar);

        CompileResult result = compile(jar);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.schema()).isNotNull();
        assertThat(result.schema().files())
                .extracting(file -> file.path() + " " + file.requested())
                .containsExactly("p/a.rpcidl true", "q/q.rpcidl false");
    }

    @Test
    void followsImportsFromOneJarToAnother() {
        new Jars()
                .source("q/q.rpcidl", "rpcidl 1; package q; import \"r/r.rpcidl\" as r; struct Q { 1: r.R r; }")
                .write(jar);
        Path other = new Jars()
                .source("r/r.rpcidl", "rpcidl 1; package r; struct R {}")
                .write(temporary.resolve("r.jar"));

        assertThat(codes(jar, other)).isEmpty();
    }

    @Test
    void namesTheJarInTheLocationOfAnError() {
        new Jars()
                .source("q/q.rpcidl", "rpcidl 1;\npackage q;\nstruct Q { 1: Nowhere x; }")
                .write(jar);

        assertThat(lines(jar))
                .singleElement()
                .asString()
                .startsWith(jar + "!/META-INF/rpcidl/q/q.rpcidl:[3,15] RPC0208");
    }

    @Test
    void looksNowhereElseInAJar() {
        new Jars()
                .entry("q/q.rpcidl", Q.getBytes(StandardCharsets.UTF_8))
                .entry("BOOT-INF/classes/META-INF/rpcidl/q/q.rpcidl", Q.getBytes(StandardCharsets.UTF_8))
                .entry("META-INF/versions/17/META-INF/rpcidl/q/q.rpcidl", Q.getBytes(StandardCharsets.UTF_8))
                .source("other/other.rpcidl", Q)
                .write(jar);

        assertThat(codes(jar)).containsExactly("RPC0209");
    }

    @Test
    void saysTheSameOfMissingAndForbiddenEntries() {
        new Jars()
                .entry("secret.rpcidl", Q.getBytes(StandardCharsets.UTF_8))
                .source("q/x.rpcidl", Q)
                .write(jar);
        new Sources(root).with("a", """
                import "q/missing.rpcidl" as a;
                import "../../secret.rpcidl" as b;
                import "q/../q/x.rpcidl" as c;
                import "/META-INF/rpcidl/q/x.rpcidl" as d;
                import "q" as e;
                import "q/" as f;
                """);

        assertThat(compile(jar).diagnostics())
                .hasSize(6)
                .allSatisfy(diagnostic -> assertThat(diagnostic.message()).startsWith("no import root holds `"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/rpcidl/../../q.rpcidl",
                "/META-INF/rpcidl/q/q.rpcidl",
                "META-INF\\rpcidl\\q\\q.rpcidl",
                "META-INF/rpcidl/q\\..\\q.rpcidl",
                "x/../META-INF/rpcidl/q/q.rpcidl"
            })
    void refusesAJarWithAnEntryThatLeadsElsewhere(String name) {
        new Jars().source("q/q.rpcidl", Q).entry(name, new byte[0]).write(jar);

        assertThat(codes(jar)).containsExactly("RPC0216", "RPC0209");
        assertThat(lines(jar).get(0)).startsWith(jar + ":[1,1]").contains("`" + name + "`");
    }

    @Test
    void refusesAJarWithTwoEntriesOfOneName() throws IOException {
        new Jars().source("q/q.rpcidl", Q).source("q/z.rpcidl", Q).write(jar);
        Jars.patch(jar, "q/z.rpcidl", "q/q.rpcidl");

        assertThat(lines(jar).get(0)).contains("RPC0216 the jar holds an entry `META-INF/rpcidl/q/q.rpcidl` twice");
    }

    @Test
    void readsNoMoreOfABombThanASourceMayHave() {
        new Jars().entry("META-INF/rpcidl/q/q.rpcidl", new byte[64 << 20]).write(jar);

        assertThat(codes(jar)).containsExactly("RPC0002");
    }

    @Test
    void doesNotBelieveTheSizeThatAnEntryClaims() throws IOException {
        new Jars().source("q/q.rpcidl", Q).write(jar);
        Jars.patch(jar, size(Q.length()), size(Integer.MAX_VALUE));

        assertThat(codes(jar)).as("what is there is complete").isEmpty();
    }

    @Test
    void reportsAnEntryThatIsDamaged() throws IOException {
        new Jars()
                .entry("META-INF/rpcidl/q/q.rpcidl", "ab".repeat(100_000).getBytes(StandardCharsets.UTF_8))
                .write(jar);
        byte[] bytes = Files.readAllBytes(jar);
        Arrays.fill(bytes, 80, 120, (byte) 0xFF);
        Files.write(jar, bytes);

        assertThat(codes(jar)).containsExactly("RPC0001");
    }

    @Test
    void reportsAFileThatIsNoJar() throws IOException {
        Files.writeString(jar, "PK or not");

        assertThat(codes(jar)).containsExactly("RPC0215", "RPC0209");
    }

    @Test
    void reportsAJarThatIsCutOff() throws IOException {
        new Jars().source("q/q.rpcidl", Q).write(jar);
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length - 10));

        assertThat(codes(jar)).containsExactly("RPC0215", "RPC0209");
    }

    @Test
    void noticesOrSurvivesAnyBitThatFlips() throws IOException {
        new Jars().source("q/q.rpcidl", Q).source("r/r.rpcidl", Q).write(jar);
        Schema schema = compile(jar).schema();
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = 0; i < bytes.length; i++) {
            byte[] mutant = bytes.clone();
            mutant[i] ^= (byte) (1 << (i % 8));
            Files.write(jar, mutant);

            CompileResult result = compile(jar);
            assertThat(result.succeeded() && !Objects.equals(result.schema(), schema))
                    .as("bit %d of byte %d goes unnoticed", i % 8, i)
                    .isFalse();
        }
    }

    @Test
    void reportsAJarThatIsMissing() {
        assertThat(lines(jar).get(0))
                .isEqualTo(jar + ":[1,1] RPC0006 the import root `" + jar + "` is neither a folder nor a jar");
    }

    @Test
    void acceptsAJarWithoutSources() {
        new Jars().entry("q/Q.class", new byte[] {1}).write(jar);
        Path other = new Jars().source("q/q.rpcidl", Q).write(temporary.resolve("other.jar"));

        assertThat(codes(jar, other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void reportsAnImportThatTwoRootsHoldDifferently(boolean folder) {
        new Jars().source("q/q.rpcidl", Q).write(jar);
        String changed = Q.replace("{}", "{ 1: string s; }");
        Path other = temporary.resolve("other");
        if (folder) {
            new Sources(other).withBytes("q/q.rpcidl", changed.getBytes(StandardCharsets.UTF_8));
        } else {
            new Jars().source("q/q.rpcidl", changed).write(other);
        }

        Diagnostic conflict = compile(jar, other).diagnostics().get(0);

        assertThat(conflict.code().id()).isEqualTo("RPC0217");
        assertThat(conflict.span().text()).isEqualTo("\"q/q.rpcidl\"");
        assertThat(conflict.labels())
                .extracting(Label::span)
                .extracting(span -> span.file().location() + " " + span.start())
                .containsExactly(
                        jar + "!/META-INF/rpcidl/q/q.rpcidl 31",
                        other + (folder ? "" : "!/META-INF/rpcidl") + "/q/q.rpcidl 31");
    }

    @Test
    void reportsASourceThatAnImportRootHoldsDifferently() {
        new Jars()
                .source("q/q.rpcidl", Q)
                .source("p/a.rpcidl", "rpcidl 1; package p;")
                .write(jar);

        Diagnostic conflict = compile(jar).diagnostics().get(0);

        assertThat(conflict.code().id()).isEqualTo("RPC0217");
        assertThat(conflict.span().file().location()).isEqualTo(root + "/p/a.rpcidl");
        assertThat(conflict.labels())
                .singleElement()
                .extracting(label -> label.span().file().location())
                .isEqualTo(jar + "!/META-INF/rpcidl/p/a.rpcidl");
    }

    @Test
    void acceptsTheSameContentInSeveralRoots() {
        new Jars().source("q/q.rpcidl", Q).write(jar);
        Path other = new Jars().source("q/q.rpcidl", Q).write(temporary.resolve("other.jar"));

        assertThat(codes(jar, other, jar)).isEmpty();
    }

    /** As it is written in a jar: four bytes, the least first. */
    private static String size(int size) {
        return new StringBuilder()
                .append((char) (size & 0xFF))
                .append((char) (size >> 8 & 0xFF))
                .append((char) (size >> 16 & 0xFF))
                .append((char) (size >> 24 & 0xFF))
                .toString();
    }

    private CompileResult compile(Path... imports) {
        return new RpcidlCompiler(List.of()).compile(new CompileRequest(List.of(root), List.of(imports), null));
    }

    private List<String> codes(Path... imports) {
        return compile(imports).diagnostics().stream()
                .map(diagnostic -> diagnostic.code().id())
                .toList();
    }

    private List<String> lines(Path... imports) {
        return compile(imports).diagnostics().stream()
                .map(diagnostic -> new DiagnosticRenderer().line(diagnostic))
                .toList();
    }
}
