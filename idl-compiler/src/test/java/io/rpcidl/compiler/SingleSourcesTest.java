package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.model.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are named one by one. */
class SingleSourcesTest {

    @TempDir
    Path temporary;

    @Test
    void compilesOnlyTheNamedSourceAndWhatItImports() throws IOException {
        Path named = write(
                "root/shop/orders/a.rpcidl", "shop.orders", "import \"shop/b.rpcidl\" as b;", "struct A { 1: b.B b; }");
        write("root/shop/b.rpcidl", "shop", "struct B { 1: i32 i; }");
        write("root/shop/broken.rpcidl", "shop", "struct {");

        CompileResult result = compile(named);

        assertThat(text(result)).isEmpty();
        assertThat(result.schema()).isNotNull();
        assertThat(result.schema().files())
                .filteredOn(SchemaFile::requested)
                .extracting(SchemaFile::path)
                .containsExactly("shop/orders/a.rpcidl");
        assertThat(result.schema().files()).hasSize(2);
    }

    @Test
    void findsTheRootBehindARelativePathThatIsTooShort() throws IOException {
        Path named = write("root/shop/orders/a.rpcidl", "shop.orders", "struct A {}");
        Path roundabout = named.resolveSibling("../orders/./a.rpcidl");

        assertThat(text(compile(roundabout))).isEmpty();
    }

    @Test
    void comparesThePackageWithTheFoldersAboveTheSource() throws IOException {
        Path named = write("root/shop/order/a.rpcidl", "shop.orders", "struct A {}");

        assertThat(text(compile(named)))
                .contains("RPC0204", "the package is `shop.orders`, but the file lies in the folder `shop/order`");
    }

    @Test
    void reportsOneMistakeOnceInASourceWhosePackageIsUnknown() throws IOException {
        Path broken = write("root/shop/a.rpcidl", "shop", "struct {");
        Path without = write("root/shop/b.rpcidl", "", "struct A {}");
        Files.writeString(without, "rpcidl 1;\nstruct A {}\n");

        assertThat(compile(broken).diagnostics())
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly("RPC0101");
        assertThat(compile(without).diagnostics())
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly("RPC0202");
    }

    @Test
    void readsNothingOutsideTheRootThroughALink() throws IOException {
        Path secret = write("elsewhere/secret.rpcidl", "shop", "struct Secret {}");
        Path link = Files.createDirectories(temporary.resolve("root/shop")).resolve("a.rpcidl");
        Files.createSymbolicLink(link, secret);

        assertThat(text(compile(link))).contains("RPC0001").doesNotContain("elsewhere");
    }

    @Test
    void reportsASourceThatIsNotThere() {
        assertThat(text(compile(temporary.resolve("missing.rpcidl")))).contains("RPC0001", "missing.rpcidl");
    }

    @Test
    void fixesOnlyTheNamedSource() throws IOException {
        String wrong = "struct A { 1: i32 i }";
        Path other = write("root/shop/b.rpcidl", "shop", wrong.replace('A', 'B'));
        Path named = write("root/shop/a.rpcidl", "shop", "import \"shop/b.rpcidl\" as b;", wrong);
        String before = Files.readString(other);
        CompileRequest request = new CompileRequest(List.of(), List.of(named), List.of(), null);

        CompileResult result = new RpcidlCompiler(List.of()).fix(request);

        assertThat(result.written()).containsExactly(named);
        assertThat(named).content().contains("1: i32 i;");
        assertThat(other).hasContent(before);
    }

    @Test
    void formatsOnlyTheNamedSource() throws IOException {
        Path named = write("root/shop/a.rpcidl", "shop", "struct   A {}");
        Path other = write("root/shop/b.rpcidl", "shop", "struct   B {}");
        CompileRequest request = new CompileRequest(List.of(), List.of(named), List.of(), null);
        RpcidlCompiler compiler = new RpcidlCompiler(List.of());

        assertThat(compiler.formatCheck(request).diagnostics()).hasSize(1);
        assertThat(compiler.format(request).written()).containsExactly(named);
        assertThat(named).content().endsWith("\nstruct A {}\n");
        assertThat(other).content().endsWith("\nstruct   B {}\n");
    }

    @Test
    void digestsWhatItReads() throws IOException {
        Path named = write("root/shop/a.rpcidl", "shop", "struct A {}");
        write("root/shop/b.rpcidl", "shop", "struct B {}");
        CompileRequest request = new CompileRequest(List.of(), List.of(named), List.of(), null);

        assertThat(RpcidlCompiler.inputs(request, List.of())).hasSize(1);
        assertThat(RpcidlCompiler.inputs(request, List.of("shop/b.rpcidl"))).hasSize(2);
    }

    @Test
    void refusesTwoSourcesWithOnePath() throws IOException {
        Path one = write("one/shop/a.rpcidl", "shop", "struct A {}");
        Path two = write("two/shop/a.rpcidl", "shop", "struct B {}");

        assertThat(text(compile(one, two))).contains("RPC0007");
    }

    private static CompileResult compile(Path... sources) {
        CompileRequest request = new CompileRequest(List.of(), List.of(sources), List.of(), null);
        return new RpcidlCompiler(List.of()).compile(request);
    }

    private static String text(CompileResult result) {
        return new DiagnosticRenderer().text(result.diagnostics());
    }

    private Path write(String path, String packageName, String... lines) throws IOException {
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rpcidl 1;\npackage " + packageName + ";\n" + String.join("\n", lines) + "\n");
        return file;
    }
}
