package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClashingNamesTest {

    @TempDir
    Path temporary;

    /** The two names that clash stand between bars. */
    @ParameterizedTest
    @DisplayName("K05: two names that become one, or one file, are an error with both positions")
    @ValueSource(
            strings = {
                "struct |Id| {} struct |ID| {}",
                "struct |order_line| { 1: u8 x; } struct |OrderLine| { 1: u8 x; }",
                "struct |Line| {} struct |LineCodec| {}",
                "service |Orders| {} struct |OrdersClient| {}",
                "service |Orders| {} enum |ordersMethods| { A = 1; }",
                "struct S { 1: u8 |placed_at|; 2: u8 |placedAt|; }",
                "struct S { 1: u8 |X|; 2: u8 |x|; }",
                "error E { 1: u8 |x|; 2: u8 |X|; }",
                "enum E { |a| = 1; |A| = 2; }",
                "closed enum E { |aB| = 1; |A_B| = 2; }",
                "union U { 1: u8 |a|; 2: |A|; }",
                "union U { 1: u8 |a_b|; 2: |aB|; }",
                "union U { 1: u8 |ab|; 2: |aB|; }",
                "union |OfLeaf| { 1: |leaf|; }",
                "service S { 1: void |get_it|(); 2: void |getIt|(); }",
                "service S { 1: void |GET|(); 2: void |get|(); }",
                "service S { 1: void |ab|(); 2: void |aB|(); }",
                "service S { 1: void m(1: u8 |a_b|, 2: u8 |aB|); }",
                "const u8 |A_B| = 1; const u8 |aB| = 1;",
                "struct |AConstants| {} const u8 |X| = 1;"
            })
    void pointsAtBothNames(String text) {
        String[] parts = text.split("\\|");
        String source = String.join("", parts);
        int first = Sources.HEAD.length() + parts[0].length();
        int second = first + parts[1].length() + parts[2].length();
        new Sources(temporary).with("a", source);

        List<Diagnostic> diagnostics = Generation.check(temporary).diagnostics();

        assertThat(diagnostics).as(new DiagnosticRenderer().text(diagnostics)).hasSize(1);
        Diagnostic diagnostic = diagnostics.get(0);
        assertThat(diagnostic.code()).isEqualTo(Code.JAVA_NAME);
        assertThat(diagnostic.span().start()).isEqualTo(second);
        assertThat(diagnostic.span().text()).isEqualTo(parts[3]);
        assertThat(diagnostic.labels())
                .singleElement()
                .satisfies(label -> assertThat(label.span().start()).isEqualTo(first));
    }

    @Test
    @DisplayName("K05: also when they stand in two files")
    void namesBothFiles() {
        assertThat(both("p/a.rpcidl", "package p; struct Id {}", "p/b.rpcidl", "package p; struct ID {}"))
                .contains("p/b.rpcidl:", "p/a.rpcidl:");
        assertThat(both("p/my-a.rpcidl", "package p; const u8 X = 1;", "p/my_a.rpcidl", "package p; const u8 Y = 1;"))
                .contains("p/my_a.rpcidl:", "p/my-a.rpcidl:");
        String one = "package p @java.package(\"one.same\"); struct Id {}";
        String other = "package q @java.package(\"one.same\"); struct Id {}";
        assertThat(both("p/a.rpcidl", one, "q/a.rpcidl", other)).contains("p/a.rpcidl:", "q/a.rpcidl:");
        String upper = "package q @java.package(\"one.Same\"); struct ID {}";
        assertThat(both("p/a.rpcidl", one, "q/a.rpcidl", upper)).contains("p/a.rpcidl:", "q/a.rpcidl:");
    }

    private String both(String path, String text, String otherPath, String otherText) {
        Path root = temporary.resolve(Integer.toHexString((text + otherText).hashCode()));
        new Sources(root)
                .withBytes(path, ("rpcidl 1; " + text).getBytes(StandardCharsets.UTF_8))
                .withBytes(otherPath, ("rpcidl 1; " + otherText).getBytes(StandardCharsets.UTF_8));

        List<Diagnostic> diagnostics = Generation.check(root).diagnostics();

        assertThat(diagnostics).singleElement().extracting(Diagnostic::code).isEqualTo(Code.JAVA_NAME);
        return new DiagnosticRenderer().text(diagnostics);
    }
}
