package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches that change lock files are merged by git. */
class LockMergeTest {

    private static final String BASE =
            "struct S {\n  1: string a;\n  5: string e;\n}\nstruct T {\n  1: string a;\n  2: string b;\n}\n";

    @TempDir
    private Path folder;

    @Test
    void mergesNumbersOfDifferentDefinitionsWithoutHelp() {
        Project project = new Project(folder);
        Git git = start(project, false);
        branch(git, project, "one", BASE.replace("5: string e;", "5: string e;\n  6: u32? f;"));
        branch(git, project, "two", BASE.replace("2: string b;", "2: string b;\n  3: u32? c;"));
        git.run("merge", "-q", "one");
        git.run("merge", "-q", "-m", "both", "two");
        assertThat(project.lock()).contains("struct S 6: f u32?", "struct T 3: c u32?");
        assertThat(project.says()).isEmpty();
    }

    @Test
    void mergesNumbersThatOthersLieBetweenWithoutHelp() {
        Project project = new Project(folder);
        Git git = start(project, false);
        branch(git, project, "one", BASE.replace("1: string a;\n  5", "1: string a;\n  2: u32? b;\n  5"));
        branch(git, project, "two", BASE.replace("5: string e;", "5: string e;\n  6: u32? f;"));
        git.run("merge", "-q", "one");
        git.run("merge", "-q", "-m", "both", "two");
        assertThat(project.lock()).contains("struct S 2: b u32?", "struct S 6: f u32?");
        assertThat(project.says()).isEmpty();
    }

    /** Where git alone sees a conflict, since both lines stand at one place. */
    @Test
    void mergesNeighboursByUnion() {
        Project project = new Project(folder);
        Git git = start(project, true);
        branch(git, project, "one", BASE.replace("5: string e;", "5: string e;\n  6: u32? f;"));
        branch(git, project, "two", BASE.replace("1: string a;\n  5", "1: string a;\n  7: u32? g;\n  5"));
        git.run("merge", "-q", "one");
        git.run("merge", "-q", "-m", "both", "two");
        assertThat(project.lock()).contains("struct S 6: f u32?", "struct S 7: g u32? after 1");
        // the order of declaration is put right, and the lines sorted, by the next `rpcidl lock`
        project.locked();
        assertThat(project.says()).isEmpty();
    }

    @Test
    void needsUnionForNeighbours() {
        Project project = new Project(folder);
        Git git = start(project, false);
        branch(git, project, "one", BASE.replace("5: string e;", "5: string e;\n  6: u32? f;"));
        branch(git, project, "two", BASE.replace("1: string a;\n  5", "1: string a;\n  7: u32? g;\n  5"));
        git.run("merge", "-q", "one");
        assertThat(git.attempt("merge", "-q", "-m", "both", "two").output()).contains("CONFLICT");
        assertThat(project.says())
                .contains("RPC1201 <<<<<<< HEAD: the lock file holds a merge that nobody has resolved;"
                        + " keep the lines of both sides");
    }

    @Test
    void findsANumberThatTwoBranchesGaveOut() {
        Project project = new Project(folder);
        Git git = start(project, true);
        branch(git, project, "one", BASE.replace("5: string e;", "5: string e;\n  6: u32? f;"));
        branch(git, project, "two", BASE.replace("1: string a;\n  5", "1: string a;\n  6: u64? g;\n  5"));
        git.run("merge", "-q", "one");
        git.run("merge", "-q", "-m", "both", "two");
        // git has merged the source too: the compiler reports the number there, before locks are looked at
        assertThat(project.says()).anyMatch(line -> line.startsWith("RPC0301"));
        project.with(BASE.replace("5: string e;", "5: string e;\n  6: u32? f;\n  7: u64? g;"));
        assertThat(project.says())
                .containsExactly("RPC1201 struct S 6: g u64? after 1: two lines are about `struct S 6`");
        project.file("p/a.rpcidl.lock", project.read("p/a.rpcidl.lock").replace("struct S 6: g u64? after 1\n", ""))
                .locked();
        assertThat(project.lock()).contains("struct S 6: f u32?", "struct S 7: g u64?");
    }

    private static Git start(Project project, boolean union) {
        project.with(BASE).locked();
        if (union) {
            project.file(".gitattributes", "*.rpcidl.lock merge=union\n");
        }
        Git git = new Git(project.root());
        git.commit("base");
        return git;
    }

    private static void branch(Git git, Project project, String name, String text) {
        git.run("checkout", "-q", "-b", name, "main");
        project.with(text).locked();
        git.commit(name);
        git.run("checkout", "-q", "main");
    }
}
