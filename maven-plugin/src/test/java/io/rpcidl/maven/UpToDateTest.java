package io.rpcidl.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a second run generate again, and what does not. */
class UpToDateTest {

    private static final String NOTHING = "[INFO] nothing has changed since Java was generated in ";
    private static final String OTHER = "rpcidl 1;\npackage shop.other;\ntype Other = uuid;\n";

    @TempDir
    Path folder;

    private TestProject project;
    private Path jar;
    private Path generated;

    @BeforeEach
    void buildOnce() throws Exception {
        project = new TestProject(folder);
        jar = TestProject.jar(folder.resolve("catalog.jar"), "shop/catalog/catalog.rpcidl", TestProject.CATALOG);
        project.imports.add(jar);
        project.source("shop/orders/orders.rpcidl", TestProject.ORDERS);
        project.source("shop/other/other.rpcidl", OTHER);
        generated = project.output.resolve("shop/other/Other.java");
        project.build();
    }

    @Test
    void doesNothingWhenNothingChanged() throws Exception {
        assertThat(project.build()).isEqualTo(NOTHING + project.output);
        assertThat(project.build()).isEqualTo(NOTHING + project.output);
    }

    @Test
    void doesNothingWhenFilesWereOnlyTouched() throws Exception {
        Files.setLastModifiedTime(project.sources.resolve("shop/other/other.rpcidl"), FileTime.fromMillis(1_000));
        TestProject.jar(jar, "shop/catalog/catalog.rpcidl", TestProject.CATALOG);

        assertThat(project.build()).startsWith(NOTHING);
    }

    @Test
    void noticesAnEditedSource() throws Exception {
        project.source("shop/other/other.rpcidl", OTHER.replace("uuid", "u32"));

        assertThat(project.build()).endsWith(": 1 files written, 0 deleted");
    }

    @Test
    void noticesAnEditedSourceOfTheSameSize() throws Exception {
        Path source = project.sources.resolve("shop/other/other.rpcidl");
        Files.setLastModifiedTime(source, FileTime.fromMillis(1_000));
        assertThat(project.build()).startsWith(NOTHING);

        project.source("shop/other/other.rpcidl", OTHER.replace("uuid", "bool"));
        Files.setLastModifiedTime(source, FileTime.fromMillis(2_000));

        assertThat(project.build()).endsWith(": 1 files written, 0 deleted");
    }

    @Test
    void noticesAnEditedSourceThatIsTooYoungForItsTimeToTell() throws Exception {
        Path source = project.sources.resolve("shop/other/other.rpcidl");
        FileTime written = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
        Files.setLastModifiedTime(source, written);
        assertThat(project.build()).startsWith(NOTHING);

        project.source("shop/other/other.rpcidl", OTHER.replace("uuid", "bool"));
        Files.setLastModifiedTime(source, written);

        assertThat(project.build()).endsWith(": 1 files written, 0 deleted");
    }

    @Test
    void readsNoSourceAgainThatHasTheSizeAndTimeOfTheLastRun() throws Exception {
        Path source = project.sources.resolve("shop/other/other.rpcidl");
        FileTime longAgo = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(source, longAgo);
        assertThat(project.build()).startsWith(NOTHING);

        project.source("shop/other/other.rpcidl", OTHER.replace("uuid", "bool"));
        Files.setLastModifiedTime(source, longAgo);

        assertThat(project.build()).startsWith(NOTHING);
    }

    @Test
    void noticesANewSource() throws Exception {
        project.source("shop/third/third.rpcidl", OTHER.replace("shop.other", "shop.third"));

        assertThat(project.build()).endsWith(": 1 files written, 0 deleted");
    }

    @Test
    void noticesADeletedSource() throws Exception {
        Files.delete(project.sources.resolve("shop/other/other.rpcidl"));

        assertThat(project.build()).endsWith(": 0 files written, 1 deleted");
        assertThat(generated.getParent()).doesNotExist();
    }

    @Test
    void noticesAMovedSource() throws Exception {
        Files.delete(project.sources.resolve("shop/other/other.rpcidl"));
        project.source("shop/moved/other.rpcidl", OTHER.replace("shop.other", "shop.moved"));

        assertThat(project.build()).endsWith(": 1 files written, 1 deleted");
        assertThat(generated).doesNotExist();
        assertThat(project.output.resolve("shop/moved/Other.java")).isRegularFile();
    }

    @Test
    void noticesAnEditedOutputOfTheSameSize() throws Exception {
        String text = Files.readString(generated);
        Files.writeString(generated, text.replace("Other", "Rehto"));

        assertThat(project.build()).endsWith(": 1 files written, 0 deleted");
        assertThat(generated).hasContent(text);
        assertThat(project.build()).startsWith(NOTHING);
    }

    @Test
    void noticesADeletedOutput() throws Exception {
        Files.delete(generated);

        assertThat(project.build()).endsWith(": 1 files written, 0 deleted");
        assertThat(generated).isRegularFile();
    }

    @Test
    void noticesAReplacedJar() throws Exception {
        TestProject.jar(jar, "shop/catalog/catalog.rpcidl", TestProject.CATALOG.replace("uuid", "u32"));

        assertThat(project.build()).contains(" files written");
    }

    @Test
    void noticesAnImportThatMoved() throws Exception {
        Files.delete(jar);
        Path other = folder.resolve("other");
        TestProject.write(other.resolve("shop/catalog/catalog.rpcidl"), TestProject.CATALOG);
        project.imports.set(0, other);

        assertThat(project.build()).endsWith(": 0 files written, 0 deleted");
        assertThat(project.build()).startsWith(NOTHING);
    }

    @Test
    void noticesASecondRootThatHoldsAnImport() throws Exception {
        Path second = Files.createDirectory(folder.resolve("second"));
        project.imports.add(second);
        project.build();
        assertThat(project.build()).startsWith(NOTHING);

        TestProject.write(second.resolve("shop/catalog/catalog.rpcidl"), TestProject.CATALOG + " ");

        assertThatThrownBy(project::build).isInstanceOf(MojoFailureException.class);
        assertThat(project.log.errors().get(0)).contains("] RPC0217 ");
    }

    @Test
    void noticesAnotherPlugin() throws Exception {
        project.plugin = "plugin 2";

        assertThat(project.build()).endsWith(": 0 files written, 0 deleted");
    }

    @Test
    void noticesAnotherListOfImportRoots() throws Exception {
        project.imports.add(Files.createDirectory(folder.resolve("empty")));

        assertThat(project.build()).endsWith(": 0 files written, 0 deleted");
    }

    @Test
    void generatesAfterErrorsAreGone() throws Exception {
        project.source("shop/other/other.rpcidl", OTHER.replace("uuid", "nothing"));
        assertThatThrownBy(project::build).isInstanceOf(MojoFailureException.class);
        assertThatThrownBy(project::build)
                .as("an error is reported each time")
                .isInstanceOf(MojoFailureException.class);

        project.source("shop/other/other.rpcidl", OTHER);
        assertThat(project.build()).as("as it was before").startsWith(NOTHING);
    }

    @Test
    void repeatsTheWarnings() throws Exception {
        project.source(
                "shop/other/other.rpcidl", OTHER.replace("type", "import \"shop/orders/orders.rpcidl\" as o;\ntype"));
        project.build();
        String warning = project.log.lines().stream()
                .filter(line -> line.startsWith("[WARNING]"))
                .findFirst()
                .orElseThrow();

        assertThat(project.build()).startsWith(NOTHING);
        assertThat(project.log.lines()).filteredOn(warning::equals).hasSize(2);
    }

    @Test
    void keepsTheFilesOfOthers() throws Exception {
        Path other = TestProject.write(project.output.resolve("shop/other/Mine.java"), "mine");
        Files.delete(project.sources.resolve("shop/other/other.rpcidl"));

        project.build();

        assertThat(generated).doesNotExist();
        assertThat(other).hasContent("mine");
    }

    @Test
    void cleansUpWhenTheFolderWithSourcesIsGone() throws Exception {
        Path other = TestProject.write(project.output.resolve("shop/other/Mine.java"), "mine");
        delete(project.sources);

        assertThat(project.build()).isEqualTo("[INFO] deleted 3 files that were generated earlier");
        assertThat(generated).doesNotExist();
        assertThat(other).hasContent("mine");
        assertThat(project.build()).endsWith("src/main/rpcidl does not exist");
    }

    @Test
    void leavesWhatCameFromAnotherFolderWithSources() throws Exception {
        TestProject second = new TestProject(folder.resolve("x"));
        Files.createDirectories(second.output.getParent());
        Files.createSymbolicLink(second.output, project.output);

        assertThat(second.build()).endsWith("src/main/rpcidl does not exist");
        assertThat(generated).isRegularFile();
    }

    @Test
    void believesNoStateThatMakesNoSense() throws Exception {
        Path state = project.output.resolve(LastRun.NAME);
        String good = Files.readString(state);
        for (String bad : new String[] {"", "\n", "other\n", good + "?\n", good + "\n", good.replace("\no", "\nox")}) {
            Files.writeString(state, bad);
            assertThat(project.build()).endsWith(": 0 files written, 0 deleted");
        }
    }

    @Test
    void deletesCopiesOfSourcesThatAreGone() throws Exception {
        project.copyResources();
        Path stale = project.classes.resolve("META-INF/rpcidl/shop/other/other.rpcidl");
        Path own = TestProject.write(project.classes.resolve("META-INF/rpcidl/shop/own/own.rpcidl"), OTHER);
        assertThat(stale).isRegularFile();
        Files.delete(project.sources.resolve("shop/other/other.rpcidl"));

        project.build();

        assertThat(stale.getParent()).doesNotExist();
        assertThat(own).isRegularFile();
        assertThat(project.classes.resolve("META-INF/rpcidl/shop/orders/orders.rpcidl"))
                .isRegularFile();
    }

    @Test
    void keepsACopyThatWasEdited() throws Exception {
        project.copyResources();
        Path stale = project.classes.resolve("META-INF/rpcidl/shop/other/other.rpcidl");
        Files.writeString(stale, "edited");
        Files.delete(project.sources.resolve("shop/other/other.rpcidl"));

        project.build();

        assertThat(stale).hasContent("edited");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
