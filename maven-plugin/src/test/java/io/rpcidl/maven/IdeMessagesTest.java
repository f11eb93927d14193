package io.rpcidl.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.build.incremental.BuildContext;

class IdeMessagesTest {

    private static final String BROKEN = "rpcidl 1;\npackage shop;\nstruct Lost {\n  1: Nowhere place;\n}\n";

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void makeProject() {
        project = new TestProject(folder);
    }

    @Test
    void showAnErrorAtItsPlace() throws Exception {
        Path file = project.source("shop/shop.rpcidl", BROKEN);

        assertThatThrownBy(project::build).isInstanceOf(MojoFailureException.class);

        assertThat(project.editor.calls("addMessage"))
                .singleElement()
                .asString()
                .startsWith(file + " 4 6 RPC0208 ")
                .endsWith(" " + BuildContext.SEVERITY_ERROR + " null");
        assertThat(project.editor.calls("refresh")).isEmpty();
    }

    @Test
    void showAWarningAsOne() throws Exception {
        project.source("shop/catalog/catalog.rpcidl", TestProject.CATALOG);
        Path file = project.source(
                "shop/orders/orders.rpcidl", TestProject.ORDERS.replace("catalog.ProductId product", "uuid product"));

        project.build();

        assertThat(project.editor.calls("addMessage"))
                .singleElement()
                .asString()
                .startsWith(file + " 3 ")
                .contains(" RPC0212 ")
                .endsWith(" " + BuildContext.SEVERITY_WARNING + " null");
    }

    @Test
    void showWhatIsWrongWithAJarAtTheProject() throws Exception {
        project.source("shop/orders/orders.rpcidl", TestProject.ORDERS);
        project.imports.add(TestProject.jar(folder.resolve("c.jar"), "shop/catalog/catalog.rpcidl", "rpcidl 2;"));

        assertThatThrownBy(project::build).isInstanceOf(MojoFailureException.class);

        assertThat(project.editor.calls("addMessage"))
                .element(0)
                .asString()
                .startsWith(folder + " 1 1 " + folder + "/c.jar!/META-INF/rpcidl/shop/catalog/catalog.rpcidl: RPC02");
    }

    @Test
    void replaceThoseOfTheRunBefore() throws Exception {
        Path file = project.source("shop/shop.rpcidl", BROKEN);
        assertThatThrownBy(project::build).isInstanceOf(MojoFailureException.class);
        project.source("shop/shop.rpcidl", BROKEN.replace("Nowhere", "uuid"));

        project.build();

        List<String> calls = project.editor.calls();
        assertThat(calls.subList(0, 3)).element(2).asString().startsWith("addMessage ");
        assertThat(calls.subList(3, calls.size()))
                .containsExactly("removeMessages " + folder, "removeMessages " + file, "refresh " + project.output);
    }

    @Test
    void stayWhenThereIsNothingToDo() throws Exception {
        project.source("shop/shop.rpcidl", BROKEN.replace("Nowhere", "uuid"));
        project.build();
        int before = project.editor.calls().size();

        project.build();

        assertThat(project.editor.calls()).hasSize(before);
    }
}
