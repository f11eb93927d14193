package io.rpcidl.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

class GenerationTest {

    private static final String CATALOG = "rpcidl 1;\npackage shop.catalog;\ntype ProductId = uuid;\n";
    private static final String ORDERS = """
            rpcidl 1;
            package shop.orders;
            import "shop/catalog/catalog.rpcidl" as catalog;
            struct Line { 1: catalog.ProductId product; }
            """;

    @TempDir
    private Path project;

    private Path sources;
    private Path imports;
    private Path output;

    private final RecordingLog log = new RecordingLog();

    @BeforeEach
    void layOutTheProject() throws IOException {
        sources = Files.createDirectories(project.resolve("src/main/rpcidl"));
        imports = Files.createDirectories(project.resolve("imports"));
        output = project.resolve("target/generated-sources/rpcidl");
    }

    @Test
    void generatesForFilesThatImportEachOther() throws Exception {
        write(sources, "shop/catalog/catalog.rpcidl", CATALOG);
        write(sources, "shop/orders/orders.rpcidl", ORDERS);

        generate();

        assertThat(output.resolve("shop/catalog/ProductId.java")).isRegularFile();
        assertThat(output.resolve("shop/orders/Line.java")).isRegularFile();
        assertThat(log.lines()).singleElement().asString().startsWith("[INFO] generated Java in " + output);
    }

    @Test
    void generatesNothingForWhatIsOnlyImported() throws Exception {
        write(imports, "shop/catalog/catalog.rpcidl", CATALOG);
        write(sources, "shop/orders/orders.rpcidl", ORDERS);

        generate();

        assertThat(output.resolve("shop/orders/Line.java")).isRegularFile();
        assertThat(output.resolve("shop/catalog")).doesNotExist();
    }

    @Test
    void deletesWhatIsNoLongerGenerated() throws Exception {
        Path catalog = write(sources, "shop/catalog/catalog.rpcidl", CATALOG);
        generate();
        Files.delete(catalog);
        write(sources, "shop/other/other.rpcidl", "rpcidl 1;\npackage shop.other;\ntype Other = uuid;\n");

        generate();

        assertThat(output.resolve("shop/catalog")).doesNotExist();
        assertThat(output.resolve("shop/other/Other.java")).isRegularFile();
    }

    @Test
    void leavesUnchangedFilesAlone() throws Exception {
        write(sources, "shop/catalog/catalog.rpcidl", CATALOG);
        generate();

        generate();

        assertThat(log.lines()).element(1).asString().endsWith(": 0 files written, 0 deleted");
    }

    @Test
    void reportsAnErrorWithItsPlace() throws Exception {
        Path file = write(sources, "shop/shop.rpcidl", "rpcidl 1;\npackage shop;\nstruct Lost { 1: Nowhere place; }\n");

        assertFails("1 error in " + sources + "; nothing was generated");

        assertThat(log.errors()).element(0).asString().startsWith("[ERROR] " + file + ":[3,18] RPC0208 ");
    }

    @Test
    void reportsASyntaxErrorWithItsPlace() throws Exception {
        Path file =
                write(sources, "shop/shop.rpcidl", "rpcidl 1;\npackage shop;\nstruct Broken {\n  1: string name\n}\n");

        assertFails("1 error in " + sources + "; nothing was generated");

        assertThat(log.errors())
                .element(0)
                .asString()
                .startsWith("[ERROR] " + file + ":[")
                .contains("] RPC0101 ");
    }

    @Test
    void reportsAnImportOutsideTheRoots() throws Exception {
        write(project, "secret.rpcidl", "rpcidl 1;\n");
        Path file = write(
                sources,
                "shop/shop.rpcidl",
                "rpcidl 1;\npackage shop;\nimport \"../../../secret.rpcidl\" as secret;\n");

        assertFails("1 error in " + sources + "; nothing was generated");

        assertThat(log.errors()).element(0).asString().startsWith("[ERROR] " + file + ":[3,8] RPC0209 ");
    }

    @Test
    void showsBothPlacesOfANumberUsedTwice() throws Exception {
        Path file = write(
                sources,
                "shop/shop.rpcidl",
                "rpcidl 1;\npackage shop;\nstruct Twice {\n  1: string first;\n  1: string second;\n}\n");

        assertFails("1 error in " + sources + "; nothing was generated");

        assertThat(log.errors()).element(0).asString().startsWith("[ERROR] " + file + ":[5,3] RPC0301 ");
        assertThat(log.errors()).element(1).asString().startsWith("[ERROR]     " + file + ":[4,3] ");
    }

    @Test
    void reportsTheErrorsOfAllFiles() throws Exception {
        write(sources, "shop/catalog/catalog.rpcidl", CATALOG.replace("uuid", "nothing"));
        write(sources, "shop/other/other.rpcidl", "rpcidl 1;\npackage shop.other;\ntype Other = nobody;\n");
        write(sources, "shop/fine/fine.rpcidl", "rpcidl 1;\npackage shop.fine;\ntype Fine = uuid;\n");

        assertFails("2 errors in " + sources + "; nothing was generated");
    }

    @Test
    void warnsAndGenerates() throws Exception {
        Path file = write(sources, "shop/orders/orders.rpcidl", ORDERS.replace("catalog.ProductId", "uuid"));
        write(sources, "shop/catalog/catalog.rpcidl", CATALOG);

        generate();

        assertThat(log.lines())
                .element(0)
                .asString()
                .startsWith("[WARNING] " + file + ":[3,")
                .contains("] RPC0212 ");
        assertThat(output.resolve("shop/orders/Line.java")).isRegularFile();
    }

    @Test
    void reportsAnImportDirectoryThatDoesNotExist() throws Exception {
        write(sources, "shop/catalog/catalog.rpcidl", CATALOG);
        Files.delete(imports);

        assertFails("1 error in " + sources + "; nothing was generated");

        assertThat(log.errors()).element(0).asString().startsWith("[ERROR] " + imports + ":[1,1] RPC0006 ");
    }

    private void generate() throws Exception {
        new Generation(
                        new RpcidlCompiler(List.of(new JavaBackend())),
                        log,
                        new IdeMessages(new DefaultBuildContext(), project.toFile()))
                .run(
                        new Folders(sources, List.of(imports), output, project.resolve("target/classes")),
                        List.of("plugin 1"),
                        false);
    }

    private void assertFails(String message) {
        assertThatThrownBy(this::generate)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(message)
                .hasNoCause();
        assertThat(output).doesNotExist();
    }

    private static Path write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
