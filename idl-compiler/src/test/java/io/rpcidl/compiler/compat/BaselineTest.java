package io.rpcidl.compiler.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.lock.Git;
import io.rpcidl.schema.compat.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sources are compared with, and what is said when that can't be read. */
class BaselineTest {

    private static final String OLD = "rpcidl 1;\npackage p;\nstruct S { 1: string a; }\n";
    private static final String NEW = "rpcidl 1;\npackage p;\nstruct S { 1: u32 a; 2: u32? b; }\n";
    private static final String WIRE = "ERROR RPC1101 a: the type is of another kind on the wire: `p.S.a (1)`,"
            + " was `string`, now `u32` (type-changed)";
    private static final String SOURCE = "WARNING RPC1103 b: a field that may be absent was added: `p.S.b (2)`,"
            + " now `u32? b` (optional-field-added)";

    @TempDir
    private Path folder;

    @Test
    void isAFolder() throws IOException {
        write("old/p/a.rpcidl", OLD);
        write("new/p/a.rpcidl", NEW);
        assertThat(compare("new", Baseline.ofDirectory(folder.resolve("old")), Level.WIRE))
                .containsExactly(WIRE, SOURCE);
    }

    @Test
    void failsFromTheGivenLevelOn() throws IOException {
        write("old/p/a.rpcidl", OLD);
        write("new/p/a.rpcidl", NEW);
        Baseline old = Baseline.ofDirectory(folder.resolve("old"));
        assertThat(compare("new", old, Level.DOC)).allMatch(line -> line.startsWith("ERROR"));
        assertThat(compare("new", old, Level.SEMANTIC)).containsExactly(WIRE, SOURCE);
    }

    @Test
    void isAJar() throws IOException {
        write("new/p/a.rpcidl", NEW);
        jar("old.jar", "META-INF/rpcidl/p/a.rpcidl", OLD, "p/b.rpcidl", "not ours", "META-INF/rpcidl/README", "");
        assertThat(compare("new", Baseline.ofJar(folder.resolve("old.jar")), Level.WIRE))
                .containsExactly(WIRE, SOURCE);
    }

    @Test
    void isALockFile() throws IOException {
        write("new/p/a.rpcidl", OLD);
        new RpcidlCompiler(List.of()).lock(CompileRequest.check(folder.resolve("new")));
        write("new/p/a.rpcidl", NEW);
        assertThat(compare("new", Baseline.ofLock(folder.resolve("new")), Level.WIRE))
                .containsExactly(WIRE, SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD~1", "first", "v1.0", "refs/heads/first"})
    void isARevisionOfASubfolder(String revision) throws IOException {
        write("repo/sub/p/a.rpcidl", OLD);
        write("repo/other/p/a.rpcidl", "this is no source");
        Git git = new Git(folder.resolve("repo"));
        git.commit("one");
        git.run("branch", "first");
        git.run("tag", "v1.0");
        write("repo/sub/p/a.rpcidl", NEW);
        git.commit("two");
        assertThat(compare("repo/sub", Baseline.ofGitRevision(folder.resolve("repo/sub"), revision), Level.WIRE))
                .containsExactly(WIRE, SOURCE);
        assertThat(compare("repo/sub", Baseline.ofGitRevision(folder.resolve("repo/sub"), "HEAD"), Level.WIRE))
                .isEmpty();
    }

    @Test
    void isARevisionOfTheWholeRepository() throws IOException {
        write("repo/p/a.rpcidl", OLD);
        write("repo/p/b.rpcidl", "rpcidl 1;\npackage p;\nstruct T { 1: string a; }\n");
        Git git = new Git(folder.resolve("repo"));
        git.commit("one");
        write("repo/p/a.rpcidl", NEW);
        assertThat(compare("repo", Baseline.ofGitRevision(folder.resolve("repo"), "main"), Level.WIRE))
                .containsExactly(WIRE, SOURCE);
        assertThat(git.run("status", "--porcelain")).isEqualTo(" M p/a.rpcidl\n");
    }

    @Test
    void isARevisionWithoutThisFolder() throws IOException {
        write("repo/p/a.rpcidl", OLD);
        Git git = new Git(folder.resolve("repo"));
        git.commit("one");
        write("repo/new/p/a.rpcidl", NEW);
        assertThat(compare("repo/new", Baseline.ofGitRevision(folder.resolve("repo/new"), "main"), Level.WIRE))
                .containsExactly("WARNING RPC1104 S: a definition was added: `p.S`, now `struct` (definition-added)");
    }

    /** What a link in a repository points at is the text of a path, or lies outside of it. */
    @Test
    void leavesLinksOfARevisionAlone() throws IOException {
        write("repo/p/a.rpcidl", OLD);
        Path link = folder.resolve("repo/p/b.rpcidl");
        Files.createSymbolicLink(link, folder.resolve("secret"));
        new Git(folder.resolve("repo")).commit("one");
        Files.delete(link);
        write("repo/p/a.rpcidl", NEW);
        assertThat(compare("repo", Baseline.ofGitRevision(folder.resolve("repo"), "main"), Level.WIRE))
                .containsExactly(WIRE, SOURCE);
    }

    @Test
    void refusesASourceThatIsTooLarge() throws IOException {
        write("new/p/a.rpcidl", NEW);
        jar("large.jar", "META-INF/rpcidl/p/a.rpcidl", "x".repeat((1 << 20) + 1));
        assertThat(only(Baseline.ofJar(folder.resolve("large.jar"))))
                .contains("its source `p/a.rpcidl` is larger than 1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--upload-pack=x", "", "a..b", "HEAD:p", "a b", "a;b", "$(x)", "a\nb"})
    void refusesWhatCantBeARevision(String revision) throws IOException {
        write("repo/p/a.rpcidl", OLD);
        new Git(folder.resolve("repo")).commit("one");
        assertThat(compare("repo", Baseline.ofGitRevision(folder.resolve("repo"), revision), Level.WIRE))
                .hasSize(1)
                .allMatch(line -> line.startsWith("ERROR RPC1105 : the revision "))
                .allMatch(line ->
                        line.endsWith("that can't be the name of one revision; name a branch, a tag or a commit"));
    }

    @Test
    void saysWhenTheRevisionIsAbsent() throws IOException {
        write("repo/p/a.rpcidl", OLD);
        new Git(folder.resolve("repo")).commit("one");
        assertThat(compare("repo", Baseline.ofGitRevision(folder.resolve("repo"), "origin/main"), Level.WIRE))
                .hasSize(1)
                .allMatch(line -> line.contains("the repository has no such revision; fetch it first"));
    }

    @Test
    void saysWhenThereIsNoRepository() throws IOException {
        write("new/p/a.rpcidl", NEW);
        assertThat(compare("new", Baseline.ofGitRevision(folder.resolve("new"), "main"), Level.WIRE))
                .hasSize(1)
                .allMatch(line -> line.contains("the folder lies in no git repository that can be read: `fatal: "));
    }

    @Test
    void saysWhenGitIsAbsent() throws IOException {
        write("new/p/a.rpcidl", NEW);
        Baseline baseline = new GitBaseline(folder.resolve("new"), "main", "no-such-program-as-this");
        assertThat(compare("new", baseline, Level.WIRE))
                .hasSize(1)
                .allMatch(line -> line.contains("the program `git` can't be started"));
    }

    @Test
    void saysWhatIsWrongWithOtherBaselines() throws IOException {
        write("new/p/a.rpcidl", NEW);
        write("broken/p/a.rpcidl", "rpcidl 1;\npackage p;\nstruct S { 1: nothing a; 2: nowhere b; }\n");
        write("file", "no jar");
        jar("empty.jar", "x", "y");
        jar("hostile.jar", "META-INF/rpcidl/../../p/a.rpcidl", OLD);
        Files.createDirectories(folder.resolve("unlocked"));
        write("locks/p/a.rpcidl.lock", "rpcidl-lock 9\n");
        assertThat(only(Baseline.ofDirectory(folder.resolve("absent")))).contains("it is no folder");
        assertThat(only(Baseline.ofDirectory(folder.resolve("broken"))))
                .contains("it is broken at `p/a.rpcidl`, line 3: ");
        assertThat(only(Baseline.ofJar(folder.resolve("absent.jar")))).contains("there is no such file");
        assertThat(only(Baseline.ofJar(folder.resolve("file")))).contains("it can't be read as a jar");
        assertThat(only(Baseline.ofJar(folder.resolve("empty.jar"))))
                .contains("it holds no sources below META-INF/rpcidl/");
        assertThat(only(Baseline.ofJar(folder.resolve("hostile.jar")))).contains("that no honest jar has");
        assertThat(only(Baseline.ofLock(folder.resolve("absent")))).contains("it is no folder");
        assertThat(only(Baseline.ofLock(folder.resolve("unlocked")))).contains("there are none; run `rpcidl lock`");
        assertThat(only(Baseline.ofLock(folder.resolve("locks"))))
                .contains("it is broken at `p/a.rpcidl.lock`, line 1: ");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        write("new/p/a.rpcidl", NEW);
        jar("old.jar", "META-INF/rpcidl/p/a.rpcidl", OLD);
        Path unpacked;
        try (BaselineSources sources = sources(Baseline.ofJar(folder.resolve("old.jar")))) {
            unpacked = sources.root();
            assertThat(unpacked.resolve("p/a.rpcidl")).hasContent(OLD);
        }
        assertThat(unpacked).doesNotExist();
    }

    @Test
    void isNotLookedAtForBrokenSources() throws IOException {
        write("new/p/a.rpcidl", "rpcidl 1;\npackage p;\nstruct S { 1: nothing a; }\n");
        assertThat(compare("new", Baseline.ofDirectory(folder.resolve("absent")), Level.WIRE))
                .hasSize(1)
                .allMatch(line -> line.startsWith("ERROR RPC0208"));
    }

    private static BaselineSources sources(Baseline baseline) {
        try {
            return baseline.open();
        } catch (BaselineException e) {
            throw new AssertionError(e);
        }
    }

    private String only(Baseline baseline) {
        List<String> lines = compare("new", baseline, Level.WIRE);
        assertThat(lines).hasSize(1).allMatch(line -> line.startsWith("ERROR RPC1105"));
        return lines.get(0);
    }

    private List<String> compare(String root, Baseline baseline, Level failing) {
        CompileResult result =
                new RpcidlCompiler(List.of()).compat(CompileRequest.check(folder.resolve(root)), baseline, failing);
        return result.diagnostics().stream().map(BaselineTest::line).toList();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.severity() + " " + diagnostic.code().id() + " "
                + diagnostic.span().text() + ": " + diagnostic.message();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private void jar(String name, String... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
