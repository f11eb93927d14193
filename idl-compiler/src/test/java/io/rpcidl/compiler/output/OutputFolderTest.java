package io.rpcidl.compiler.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path temporary;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void writesAllFilesIntoAFolderThatItMakes() throws IOException {
        OutputFolder.Changes changes = replace(file("a/B.java", "b"), file("a/A.java", "a"));

        assertThat(changes.written()).containsExactly(out("a/A.java"), out("a/B.java"));
        assertThat(files()).containsExactly(".rpcidl-files", "a/A.java", "a/B.java");
        assertThat(out("a/A.java")).hasContent("a");
        assertThat(out(".rpcidl-files")).hasContent("a/A.java\na/B.java\n");
    }

    @Test
    void leavesUnchangedFilesAlone() throws IOException {
        replace(file("A.java", "a"), file("B.java", "b"));
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(out("A.java"), longAgo);

        OutputFolder.Changes changes = replace(file("A.java", "a"), file("B.java", "changed"));

        assertThat(changes.written()).containsExactly(out("B.java"));
        assertThat(Files.getLastModifiedTime(out("A.java"))).isEqualTo(longAgo);
    }

    @Test
    void touchesNothingWhenNothingChanged() throws IOException {
        replace(file("A.java", "a"));
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(out(""), longAgo);
        Files.setLastModifiedTime(out(".rpcidl-files"), longAgo);

        replace(file("A.java", "a"));

        assertThat(Files.getLastModifiedTime(out(""))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(out(".rpcidl-files"))).isEqualTo(longAgo);
    }

    @Test
    void deletesItsStaleFilesAndTheirEmptyFoldersButNothingOfOthers() throws IOException {
        replace(file("a/b/Old.java", "x"), file("c/Old.java", "x"), file("New.java", "x"));
        Files.writeString(out("c/Mine.java"), "mine");

        OutputFolder.Changes changes = replace(file("New.java", "x"));

        assertThat(changes.deleted()).containsExactly(out("a/b/Old.java"), out("c/Old.java"));
        assertThat(files()).containsExactly(".rpcidl-files", "New.java", "c/Mine.java");
        assertThat(out("a")).doesNotExist();
    }

    @Test
    void refusesPathsThatLeaveTheFolder() throws IOException {
        for (String path : List.of("../A.java", "/A.java", "a/../../A.java", "a\\A.java", "C:A.java", "", "a//b")) {
            replace(file(path, "x"));
        }

        assertThat(codes()).hasSize(7).containsOnly(Code.OUTPUT_PATH);
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesToFollowALinkOutOfTheFolder() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectories(out("."));
        Files.createSymbolicLink(out("a"), elsewhere);

        replace(file("a/A.java", "x"), file("B.java", "x"));

        assertThat(codes()).containsExactly(Code.OUTPUT_PATH);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(out("B.java")).doesNotExist();
    }

    @Test
    void deletesNothingThatAForgedManifestNamesOutside() throws IOException {
        Path precious = Files.writeString(temporary.resolve("precious.txt"), "x");
        Files.createDirectories(out("."));
        Files.writeString(out(".rpcidl-files"), "../precious.txt\n" + precious + "\n");

        replace(file("A.java", "x"));

        assertThat(precious).exists();
    }

    @Test
    void deletesNothingBehindALinkThatAForgedManifestNames() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("A.java"), "precious");
        Files.writeString(elsewhere.resolve("B.java"), "precious");
        Files.createDirectories(out("."));
        Files.createSymbolicLink(out("a"), elsewhere);
        Files.writeString(out(".rpcidl-files"), "a/A.java\na/B.java\n");

        replace(file("C.java", "x"));

        assertThat(elsewhere.resolve("A.java")).exists();
        assertThat(elsewhere.resolve("B.java")).exists();
    }

    @Test
    void survivesAForgedManifestWithAPathOfManyFolders() throws IOException {
        Files.createDirectories(out("."));
        Files.writeString(out(".rpcidl-files"), "a/".repeat(200_000) + "a\n");

        replace(file("A.java", "x"));

        assertThat(codes()).isEmpty();
        assertThat(files()).containsExactly(".rpcidl-files", "A.java");
    }

    @Test
    void bringsBackWhatWasMovedWhenOneFileCannotBe() throws IOException {
        replace(file("A.java", "old"), file("Stale.java", "old"));
        String nameTooLongForADisk = "B".repeat(300) + ".java";

        replace(
                file("0/folder/F.java", "new"),
                file("A.java", "new"),
                file("N.java", "new"),
                file(nameTooLongForADisk, "new"));

        assertThat(codes()).containsExactly(Code.OUTPUT);
        assertThat(files()).containsExactly(".rpcidl-files", "A.java", "Stale.java");
        assertThat(out("0")).doesNotExist();
        assertThat(out("A.java")).hasContent("old");
        assertThat(out(".rpcidl-files")).hasContent("A.java\nStale.java\n");
    }

    @Test
    void changesNothingWhenOneFileCannotBeWritten() throws IOException {
        replace(file("A.java", "old"), file("Stale.java", "old"));
        Files.createDirectories(out("B.java/folder"));

        replace(file("A.java", "new"), file("B.java", "new"));

        assertThat(codes()).containsExactly(Code.OUTPUT);
        assertThat(out("A.java")).hasContent("old");
        assertThat(out("Stale.java")).exists();
    }

    @Test
    void changesNothingWhenANewFolderCannotBeMade() throws IOException {
        replace(file("A.java", "old"));

        replace(file("A.java", "new"), file("b/" + "B".repeat(300) + "/B.java", "new"), file("c/C.java", "new"));

        assertThat(codes()).containsExactly(Code.OUTPUT);
        assertThat(files()).containsExactly(".rpcidl-files", "A.java");
        assertThat(out("A.java")).hasContent("old");
        assertThat(out("b")).doesNotExist();
        assertThat(out("c")).doesNotExist();
    }

    @Test
    void putsNewFoldersBesideOnesThatAreThere() throws IOException {
        Files.createDirectories(out("a/mine"));

        replace(
                file("a/b/c/A.java", "x"),
                file("a/B.java", "x"),
                file("a/b/d/C.java", "x"),
                file("a/mine/D.java", "x"));

        assertThat(codes()).isEmpty();
        assertThat(files())
                .containsExactly(".rpcidl-files", "a/B.java", "a/b/c/A.java", "a/b/d/C.java", "a/mine/D.java");
        try (Stream<Path> all = Files.list(out(""))) {
            assertThat(all).containsExactlyInAnyOrder(out("a"), out(".rpcidl-files"));
        }
    }

    @Test
    void refusesANewFolderBehindALink() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectories(out("."));
        Files.createSymbolicLink(out("a"), elsewhere);

        replace(file("a/b/c/A.java", "x"));

        assertThat(codes()).containsExactly(Code.OUTPUT_PATH);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesAFileInThePlaceOfTheFolder() throws IOException {
        Files.writeString(out(""), "a file");

        replace(file("A.java", "x"));

        assertThat(codes()).containsExactly(Code.OUTPUT);
    }

    @Test
    void refusesTwoFilesWithOnePath() {
        replace(file("A.java", "x"), file("A.java", "y"));

        assertThat(codes()).containsExactly(Code.OUTPUT_CLASH);
    }

    @Test
    void writesNothingAfterAnError() {
        replace(file("../A.java", "x"));
        replace(file("B.java", "x"));

        assertThat(out("B.java")).doesNotExist();
    }

    private OutputFolder.Changes replace(GeneratedFile... files) {
        return new OutputFolder(out(""), diagnostics).replace(List.of(files));
    }

    private Path out(String path) {
        return temporary.resolve("out").resolve(path);
    }

    private static GeneratedFile file(String path, String text) {
        return new GeneratedFile(path, text);
    }

    private List<Code> codes() {
        return diagnostics.sorted().stream().map(Diagnostic::code).toList();
    }

    private List<String> files() throws IOException {
        if (!Files.exists(out(""))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(out(""))) {
            return all.filter(Files::isRegularFile)
                    .map(path -> out("").relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
