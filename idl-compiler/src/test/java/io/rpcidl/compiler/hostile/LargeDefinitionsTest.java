package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.generate.java.InMemoryCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** K07: what is too large for a class is refused by us, and what we let pass is compiled by javac. */
class LargeDefinitionsTest {

    private static final String LONGEST = "x".repeat(120);

    @TempDir
    Path root;

    @Test
    @DisplayName("K07: more fields than a constructor can have become a class, and far too many are refused")
    void splitsStructsOfManyFields() {
        compiles("struct A {" + many(256, i -> i + ": f64 f" + i + ";") + "}");
        compiles("struct A {" + many(1_000, i -> i + ": string " + LONGEST + i + " @max(9) @deprecated(\"x\");") + "}");
        compiles("open struct A {" + many(256, i -> 3 * i + ": f64? f" + i + ";") + "}");
        compiles("open struct A {" + many(1_000, i -> 2 * i + ": string " + LONGEST + i + " @max(9);") + "}");
        refuses("struct A {" + many(1_001, i -> i + ": u8 f" + i + ";") + "}", "has 1001 fields");
        refuses("error A {" + many(256, i -> i + ": u8 f" + i + ";") + "}", "has 256 fields");
        refuses("service A { 1: void m(" + many(256, ", ", i -> i + ": u8 f" + i) + "); }", "has 256 parameters");
    }

    @Test
    @DisplayName("K07: a string of 65,535 bytes")
    void refusesStringsThatNoClassFileHolds() {
        refuses("const string A = \"" + "x".repeat(65_535) + "\";", "longer than 16,384 characters");
        compiles("const string A = \"" + "\u20ac".repeat(16_382) + "\";");
        compiles(many(20, i -> "const string A" + i + " = \"" + "x".repeat(16_382) + "\";"));
    }

    @Test
    @DisplayName("K07: 10,000 values of an enum")
    void refusesEnumsOfManyValues() {
        refuses("enum A {" + many(10_000, i -> "V" + i + " = " + i + ";") + "}", "has 10000 values");
        compiles("enum A {" + many(1_500, i -> LONGEST + i + " = " + i * 40 + " @deprecated(\"x\");") + "}");
        compiles("closed enum A {" + many(1_500, i -> LONGEST + i + " = " + i * 40 + ";") + "}");
    }

    @Test
    @DisplayName("K07: 5,000 methods, and 5,000 errors of one")
    void refusesServicesOfManyMethods() {
        refuses("service A {" + many(5_000, i -> i + ": void m" + i + "();") + "}", "has 5000 methods");
        String errors = many(5_000, i -> "error E" + i + " {}");
        refuses(
                "service A { 1: void m() throws " + many(5_000, ", ", i -> i + ": E" + i) + ";}" + errors,
                "names 5000 collections and errors");
        compiles("service A {" + many(250, i -> i + ": void " + LONGEST + i + "(1: f64 a, 2: f64 b) @deadline(1ms);")
                + "}");
    }

    @Test
    @DisplayName("K07: many errors on many methods")
    void refusesManyErrorsOnManyMethods() {
        String errors = many(100, i -> "error E" + i + " {}");
        IntFunction<String> method = i -> i + ": u8 m" + i + "() throws " + many(100, ", ", e -> e + ": E" + e) + ";";
        refuses("service A {" + many(41, method) + "}" + errors, "names 4100 collections and errors");
        compiles("service A {" + many(40, method) + "}" + errors);
    }

    @Test
    @DisplayName("K07: collections nested so deep that javac would take minutes")
    void refusesDeepTypes() {
        compiles("struct A { 1: " + lists(16) + " x; } union B { 1: " + lists(16) + " x; }");
        refuses("struct A { 1: " + lists(17) + " x; }", "nests 17 collections");
        refuses("error A { 1: " + lists(63) + " x; }", "nests 63 collections");
        refuses("union A { 1: " + lists(17) + " x; }", "nests 17 collections");
        refuses("service A { 1: " + lists(17) + " m(); }", "nests 17 collections");
        refuses("service A { 1: stream<" + lists(17) + "> m(); }", "nests 17 collections");
        refuses("service A { 1: void m(1: " + lists(17) + " x); }", "nests 17 collections");
        refuses("service A { 1: void m(stream<" + lists(17) + "> x); }", "nests 17 collections");
        String wide = many(400, i -> i + ": " + lists(11) + " f" + i + ";");
        refuses("struct A {" + wide + "}", "names 4400 collections and errors");
    }

    @Test
    @DisplayName("K07: as many and as large initializers as fit")
    void compilesManyInitializers() {
        compiles(many(1_000, i -> "const decimal C" + i + " = 1234567890.123456789;"));
        compiles(many(1_000, i -> "const timestamp C" + i + " = \"2026-01-31T12:00:00Z\";"));
        compiles("type T = timestamp; struct A {" + many(1_000, i -> i + ": T f" + i + " = \"2026-01-31T12:00:00.5Z\";")
                + "}");
        compiles("struct A {" + many(1_000, i -> i + ": map<string, set<string>> f" + i + " @max(9);") + "}");
        refuses(many(1_001, i -> "const u8 C" + i + " = 1;"), "has 1001 constants");
    }

    @Test
    @DisplayName("K07: a service that reaches thousands of definitions")
    void compilesAServiceThatReachesALot() {
        compiles(many(
                        1_500,
                        i -> "struct " + LONGEST + i + " { 1: " + LONGEST + (i + 1) + "? x; 2: string y = \""
                                + "\u20ac".repeat(50) + "\"; }")
                + "struct " + LONGEST + "1501 {} service Calls { 1: " + LONGEST + "1 get(); }");
    }

    private void compiles(String text) {
        new Sources(root).with("a", text);
        InMemoryCompiler.compile(Generation.files(root));
    }

    private void refuses(String text, String message) {
        new Sources(root).with("a", text);
        List<Diagnostic> diagnostics = Generation.check(root).diagnostics();
        assertThat(diagnostics).hasSize(1);
        assertThat(diagnostics.get(0).message()).contains(message);
        assertThat(diagnostics.get(0).span().start()).isGreaterThanOrEqualTo(Sources.HEAD.length());
    }

    private static String lists(int depth) {
        return "list<".repeat(depth) + "u8" + ">".repeat(depth);
    }

    private static String many(int count, IntFunction<String> member) {
        return many(count, "\n", member);
    }

    private static String many(int count, String separator, IntFunction<String> member) {
        return IntStream.rangeClosed(1, count).mapToObj(member).collect(Collectors.joining(separator));
    }
}
