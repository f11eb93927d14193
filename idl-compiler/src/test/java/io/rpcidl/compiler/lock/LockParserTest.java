package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a lock file is said with the line. */
class LockParserTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "struct S 1: a; the line ends before a type",
                "struct S 1: a string x; `x` is not expected here",
                "struct S 1: a list<string; `list<string` is no type",
                "struct S 1: a string @max(1x); `1x` is no length",
                "struct S 1: a string @max(4294967296); `4294967296` is no length",
                "struct S 1: a string = ; the line ends before a value",
                "struct S 1: a string = 'x'; `'x'` is no value",
                "struct S 1: a string = \"x; a quote has no end",
                "struct S 1: a string after x; `x` is no number from 0 to 65535",
                "struct S 01: a string; `01` is no number from 0 to 65535",
                "struct S 65536: a string; `65536` is no number from 0 to 65535",
                "struct S 1:  a string; `` is no name",
                "struct S 1 parameter 1: a string;no line declares `struct S 1`",
                "struct 1: a string; `1` is no name",
                "record S; `record` declares nothing",
                "enum S 1: A; no line declares `enum S`",
                "struct S reserved 9..8; `9..8` is no range of numbers",
                "struct S reserved 9..70000; `9..70000` is no range of numbers",
                "type S 1: a; a type has no numbers",
                "struct S 1 a string; `a` is not expected here",
                "struct S 1 removed a; `a` is not expected here",
                "type X: thing; `thing` is no built-in type",
                "const X: u32; a constant has no value",
                "service V 1: go void @deadline(2x); `2x` is no deadline",
                "<<<<<<< HEAD; a merge that nobody has resolved",
                "=======; a merge that nobody has resolved",
                "package p; the package stands twice",
            })
    void refusesALine(String line, String problem) {
        List<String> says =
                project("rpcidl-lock 1\npackage p\nstruct S\n" + line + "\n").says();
        assertThat(says).hasSize(1);
        assertThat(says.get(0)).startsWith("RPC1201").contains(problem);
    }

    @Test
    void namesTheLine() {
        Project project = project("rpcidl-lock 1\npackage p\nstruct S\n\n# a comment\nstruct S 1: a strin g\n");
        assertThat(project.text(project.compile())).contains("p/a.rpcidl.lock:6:1");
    }

    @Test
    void showsBothLinesOfOneNumber() {
        Project project = project("rpcidl-lock 1\npackage p\nstruct S\nstruct S 1: a string\nstruct S 1: b string\n");
        assertThat(project.text(project.compile()))
                .contains("two lines are about `struct S 1`", "p/a.rpcidl.lock:5:1", "4 | struct S 1: a string\n");
    }

    @Test
    void refusesBlanksThatItWouldNotWrite() {
        Project project = project("rpcidl-lock 1\npackage p\nstruct S \n");
        assertThat(project.says()).containsExactly("RPC1201 struct S : the line is malformed: it should be `struct S`");
    }

    @Test
    void takesLinesInAnyOrder() {
        Project project = project("rpcidl-lock 1\npackage p\nstruct S 1: a string\nstruct S\n");
        assertThat(project.says()).containsExactly("RPC1203 p: the lock file of the source is out of date");
    }

    @Test
    void namesAnUnknownVersion() {
        assertThat(project("rpcidl-lock 2\npackage p\n").says())
                .containsExactly(
                        "RPC1201 rpcidl-lock 2: the lock file has version 2, this compiler knows version 1; use"
                                + " the compiler that wrote it");
        assertThat(project("hello\n").says())
                .containsExactly("RPC1201 hello: the lock file does not start with `rpcidl-lock 1`");
        assertThat(project("").says()).containsExactly("RPC1201 : the lock file does not start with `rpcidl-lock 1`");
        assertThat(project("rpcidl-lock 1\n").says())
                .containsExactly("RPC1201 rpcidl-lock 1: the lock file has no line `package`");
    }

    @Test
    void refusesADefinitionInTwoFiles() {
        Project project = project("rpcidl-lock 1\npackage p\nstruct S\nstruct S 1: a string\n")
                .file("p/b.rpcidl", "rpcidl 1;\npackage p;\nstruct T { 1: string a; }\n")
                .file("p/b.rpcidl.lock", "rpcidl-lock 1\npackage p\nstruct S\nstruct S 1: a string\n");
        assertThat(project.says()).containsExactly("RPC1201 struct S: two lock files hold `p.S`");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Project project = project("");
        Files.write(folder.resolve("p/a.rpcidl.lock"), new byte[] {'r', (byte) 0xFF});
        assertThat(project.says()).hasSize(1).allMatch(line -> line.contains("no plain UTF-8"));
    }

    private Project project(String lock) {
        return new Project(folder).with("struct S { 1: string a; }").file("p/a.rpcidl.lock", lock);
    }
}
