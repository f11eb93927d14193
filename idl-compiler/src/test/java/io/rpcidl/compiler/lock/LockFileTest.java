package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.compat.Baseline;
import io.rpcidl.schema.compat.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lock files say, and what compiling says because of them. */
class LockFileTest {

    @TempDir
    private Path folder;

    @Test
    void holdsOneLineForEachNumber() {
        Project project = new Project(folder).with("""
                        const u32 MOST = 200;
                        const f64 RATE = 0.1;
                        type Id = uuid @sensitive;
                        enum State { PLACED = 1; PAID = 2; reserved 3, "LOST"; }
                        closed enum Side { LEFT = 0; }
                        struct Order {
                          1: Id id;
                          3: State state = PLACED;
                          2: list<string> lines @max(MOST);
                          4: string? note;
                          5: string text = "a \\"b\\" \\u{e9}";
                          reserved 7..9, "card";
                        }
                        open struct Parcel { 1: u32 grams; }
                        union Payment { 1: string card @max(9) @sensitive; 2: cash; }
                        error Refused rejects { 1: string reason; }
                        service Orders {
                          1: readonly Order? get(1: Id id, 2: u32 depth = 1) throws 1: Refused @deadline(2s);
                          2: oneway void seen();
                          3: stream<Order> watch(stream<Id> ids) @deadline(none);
                        }
                        """).locked();
        assertThat(project.read("p/a.rpcidl.lock")).isEqualTo("""
                        rpcidl-lock 1
                        # Every number that the source ever used. Written by `rpcidl lock`: commit it, don't edit it.
                        package p
                        type Id: uuid @sensitive
                        const MOST: u32 = 200
                        struct Order
                        struct Order 1: id p.Id
                        struct Order 2: lines list<string> @max(200)
                        struct Order 3: state p.State = PLACED after 1
                        struct Order 4: note string?
                        struct Order 5: text string = "a \\"b\\" \\ue9;"
                        struct Order reserved 7..9
                        struct Order reserved "card"
                        service Orders
                        service Orders 1: get readonly p.Order? @deadline(PT2S)
                        service Orders 1 parameter 1: id p.Id
                        service Orders 1 parameter 2: depth u32 = 1
                        service Orders 1 throws 1: p.Refused
                        service Orders 2: seen oneway void
                        service Orders 3: watch stream<p.Order> @deadline(none)
                        service Orders 3 stream: ids p.Id
                        struct Parcel: open
                        struct Parcel 1: grams u32
                        union Payment
                        union Payment 1: card string @max(9) @sensitive
                        union Payment 2: cash
                        const RATE: f64 = f64(0.1)
                        error Refused: rejects
                        error Refused 1: reason string
                        enum Side: closed
                        enum Side 0: LEFT
                        enum State
                        enum State 1: PLACED
                        enum State 2: PAID
                        enum State reserved 3
                        enum State reserved "LOST"
                        """);
        assertThat(project.says()).isEmpty();
    }

    @Test
    void isLeftAloneWhenNothingChanged() throws IOException {
        Project project = new Project(folder).with("struct S { 1: string a; }").locked();
        Path lock = folder.resolve("p/a.rpcidl.lock");
        Object before = Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
        CompileResult again = project.tryLock();
        assertThat(again.written()).isEmpty();
        assertThat(Files.readAttributes(lock, BasicFileAttributes.class).fileKey())
                .isEqualTo(before);
        assertThat(project.file(
                                "p/a.rpcidl.lock",
                                project.read("p/a.rpcidl.lock").replace("\n", "\r\n"))
                        .says())
                .isEmpty();
    }

    @Test
    void keepsWhatWentAsRemoved() {
        Project project = new Project(folder)
                .with("struct S { 1: string a; 2: u32? b; }\n"
                        + "service V { 1: void go(1: string a, 2: u32? b); 2: void stop(1: string? c); }")
                .locked()
                .with("struct S { 1: string a; reserved 2, \"b\"; }\nservice V { 1: void go(1: string a); }")
                .locked("p.V.stop");
        assertThat(project.lock())
                .containsExactly(
                        "struct S",
                        "struct S 1: a string",
                        "struct S 2 removed: b u32?",
                        "struct S reserved 2",
                        "struct S reserved \"b\"",
                        "service V",
                        "service V 1: go void",
                        "service V 1 parameter 1: a string",
                        "service V 1 parameter 2 removed: b u32?",
                        "service V 2 removed: stop void",
                        "service V 2 parameter 1 removed: c string?");
        assertThat(project.says()).isEmpty();
    }

    @Test
    void keepsTheNumbersOfADefinitionThatWent() {
        Project project = new Project(folder)
                .with("struct S { 1: string a; }\nstruct T { 1: string a; 3: u32 b; reserved 9; }\ntype X = u32;")
                .locked()
                .with("struct S { 1: string a; }")
                .locked();
        assertThat(project.lock())
                .containsExactly(
                        "struct S",
                        "struct S 1: a string",
                        "struct T removed",
                        "struct T 1 removed: a string",
                        "struct T 3 removed: b u32",
                        "struct T reserved 9");
        project.with("struct S { 1: string a; }\nstruct T { 2: string a; 3: u32 b; }");
        assertThat(project.says())
                .contains("RPC1202 b: the number 3 was given up by `b u32`; take one that was never used");
    }

    @Test
    void refusesANumberThatWasGivenUpAndShowsBothPlaces() {
        Project project = new Project(folder)
                .with("struct S { 1: string a; 2: u32? b; }")
                .locked()
                .with("struct S { 1: string a; }")
                .locked()
                .with("struct S { 1: string a; 2: uuid c; }");
        assertThat(project.text(project.compile())).isEqualTo("""
                        error[RPC1202]: the number 2 was given up by `b u32?`; take one that was never used
                         --> p/a.rpcidl:3:33
                        3 | struct S { 1: string a; 2: uuid c; }
                          |                                 ^
                         ::: p/a.rpcidl.lock:6:1
                        6 | struct S 2 removed: b u32?
                          | -------------------------- given up here
                          = help: programs and stored values may know the number with its old meaning
                        """);
    }

    @Test
    void refusesWhatBreaksTheLockAndShowsBothPlaces() {
        Project project =
                new Project(folder).with("struct S { 1: string a; }").locked().with("struct S { 1: u32 a; }");
        assertThat(project.text(project.compile())).contains("RPC1101", "type-changed", "p/a.rpcidl.lock:5:1");
        CompileResult refused = project.tryLock();
        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.written()).isEmpty();
        assertThat(project.lock()).contains("struct S 1: a string");
        assertThat(project.tryLock("p.S.b", "p.Other", "S").succeeded()).isFalse();
        project.locked("p.S.a");
        assertThat(project.lock()).contains("struct S 1: a u32");
        assertThat(project.says()).isEmpty();
        project.with("struct S { 1: bool a; }").locked("p.S");
    }

    @Test
    void saysWhenItIsOutOfDate() {
        Project project = new Project(folder)
                .with("struct S { 1: string a; }")
                .locked()
                .with("struct S { 1: string a; 2: u32? b; }");
        assertThat(project.says()).containsExactly("RPC1203 p: the lock file of the source is out of date");
        assertThat(project.compile().succeeded()).isTrue();
        project.locked().file("p/b.rpcidl", "rpcidl 1;\npackage p;\nstruct T { 1: string a; }\n");
        assertThat(project.says()).containsExactly("RPC1203 p: the source has no lock file, unlike others beside it");
        project.locked();
        assertThat(project.says()).isEmpty();
    }

    @Test
    void saysWhenItsSourceIsGone() {
        Project project = new Project(folder)
                .with("struct S { 1: string a; }")
                .file("p/b.rpcidl", "rpcidl 1;\npackage p;\nservice T { 1: void go(); }\n")
                .locked()
                .delete("p/b.rpcidl");
        assertThat(project.says())
                .containsExactly(
                        "RPC1101 p: a service was removed: `p.T`, was `service` (service-removed)",
                        "RPC1204 : the source of this lock file is gone");
        project.locked("p.T");
        assertThat(Files.exists(folder.resolve("p/b.rpcidl.lock"))).isTrue();
    }

    @Test
    void followsADefinitionToAnotherFile() {
        String moved = "struct T { 1: string a; }\n";
        Project project = new Project(folder)
                .with("struct S { 1: string a; }\nstruct T { 1: string a; 2: u32? b; }")
                .locked()
                .with("struct S { 1: string a; }\n" + moved)
                .locked()
                .with("struct S { 1: string a; }")
                .file("p/b.rpcidl", "rpcidl 1;\npackage p;\n" + moved);
        assertThat(project.compile().succeeded()).isTrue();
        project.locked();
        assertThat(project.lock()).containsExactly("struct S", "struct S 1: a string");
        assertThat(project.read("p/b.rpcidl.lock"))
                .endsWith("struct T\nstruct T 1: a string\nstruct T 2 removed: b u32?\n");
        assertThat(project.says()).isEmpty();
    }

    @Test
    void takesGivenUpNumbersAlongToANewName() {
        Project project = new Project(folder)
                .with("struct S { 1: T a; }\nstruct T { 1: string a; 2: u32? b; }")
                .locked()
                .with("struct S { 1: T a; }\nstruct T { 1: string a; }")
                .locked()
                .with("struct S { 1: R a; }\nstruct R { 1: string a; }")
                .locked();
        assertThat(project.lock()).contains("struct R 2 removed: b u32?");
        project.with("struct S { 1: R a; }\nstruct R { 1: string a; 2: u64? c; }");
        assertThat(project.says()).anyMatch(line -> line.startsWith("RPC1202 c: the number 2"));
    }

    @Test
    void checksNothingWhereThereIsNone() {
        Project project = new Project(folder).with("struct S { 1: string a; }");
        assertThat(project.says()).isEmpty();
        assertThat(Files.exists(folder.resolve("p/a.rpcidl.lock"))).isFalse();
    }

    @Test
    void isNotWrittenForBrokenSources() {
        CompileResult result =
                new Project(folder).with("struct S { 1: string }").tryLock();
        assertThat(result.succeeded()).isFalse();
        assertThat(Files.exists(folder.resolve("p/a.rpcidl.lock"))).isFalse();
    }

    @Test
    void saysWhyItCantBeWritten() throws IOException {
        Project project = new Project(folder).with("struct S { 1: string a; }");
        Files.createDirectories(folder.resolve("p/a.rpcidl.lock/x"));
        CompileResult result = project.tryLock();
        assertThat(result.diagnostics()).hasSize(1);
        assertThat(Project.line(result.diagnostics().get(0)))
                .isEqualTo("RPC1205 : a folder has the name of the lock file; move it away");
        try (var files = Files.list(folder.resolve("p"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrder("a.rpcidl", "a.rpcidl.lock");
        }
    }

    @Test
    void isKeptForSingleSources() {
        Project project = new Project(folder)
                .with("struct S { 1: string a; }")
                .file("p/b.rpcidl", "rpcidl 1;\npackage p;\nstruct T { 1: string a; }\n");
        CompileRequest one = new CompileRequest(List.of(), List.of(folder.resolve("p/a.rpcidl")), List.of(), null);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of());
        assertThat(compiler.lock(one).written()).containsExactly(folder.resolve("p/a.rpcidl.lock"));
        project.with("struct S { 1: u32 a; }");
        assertThat(compiler.compile(one).diagnostics().stream().map(Project::line))
                .containsExactly("RPC1101 a: the type is of another kind on the wire: `p.S.a (1)`, was `string`,"
                        + " now `u32` (type-changed)");
    }

    /** The words of lock files are legal names too. */
    @Test
    void takesAnyName() {
        Project project = new Project(folder).with("""
                        enum removed { true = 1; after = 2; }
                        struct throws { 1: string removed; 3: removed after = true; 2: u8 throws; reserved "reserved"; }
                        union after { 2: removed removed; 1: after; }
                        error rejects { 1: bool parameter = true; }
                        service reserved {
                          1: oneway void stream(1: string parameter);
                          2: void readonly(1: u8 after) throws 1: rejects;
                          3: readonly void removed(stream<u8> void);
                        }
                        """).locked();
        assertThat(project.says()).isEmpty();
        assertThat(new RpcidlCompiler(List.of())
                        .compat(project.request(), Baseline.ofLock(folder), Level.DOC)
                        .diagnostics())
                .isEmpty();
    }
}
