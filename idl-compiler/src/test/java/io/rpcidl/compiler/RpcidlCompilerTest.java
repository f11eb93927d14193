package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.Backend;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpcidlCompilerTest {

    @TempDir
    Path temporary;

    /** A language in which every definition is a file with its name, and nothing may be named Forbidden. */
    private static final class Names implements Backend {

        @Override
        public void check(Schema schema, Diagnostics diagnostics) {
            for (Definition definition : schema.definitions().values()) {
                if (definition.name().simpleName().equals("Forbidden")) {
                    diagnostics.add(Diagnostic.of(Code.BUILT_IN_NAME, definition.span(), "a forbidden name"));
                }
            }
        }

        @Override
        public List<GeneratedFile> generate(Schema schema) {
            return schema.files().stream()
                    .filter(SchemaFile::requested)
                    .flatMap(file -> file.definitions().stream())
                    .map(definition -> new GeneratedFile(definition.name().simpleName(), definition.documentation()))
                    .toList();
        }
    }

    @Test
    void writesWhatTheBackendGenerates() throws IOException {
        source("a", "/// first\nstruct A {}");
        source("b", "struct B {}");

        CompileResult result = compile();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.written()).containsExactly(out("A"), out("B"));
        assertThat(out("A")).hasContent("first");
    }

    @Test
    void writesOnlyWhatChangedAndDeletesWhatIsGone() {
        source("a", "struct A {}");
        source("b", "struct B {}");
        compile();
        source("b", "struct C {}");

        CompileResult result = compile();

        assertThat(result.written()).containsExactly(out("C"));
        assertThat(result.deleted()).containsExactly(out("B"));
    }

    @Test
    void leavesTheOldOutputAloneWhenOneFileIsBroken() {
        source("a", "struct A {}");
        source("b", "struct B {}");
        compile();
        source("a", "struct New {}");
        source("b", "struct B {");

        CompileResult result = compile();

        assertThat(result.succeeded()).isFalse();
        assertThat(result.schema()).isNull();
        assertThat(out("A")).exists();
        assertThat(out("New")).doesNotExist();
    }

    @Test
    void writesNothingWhenTheBackendRefuses() {
        source("a", "struct A {}\nstruct Forbidden {}");

        CompileResult result = compile();

        assertThat(result.succeeded()).isFalse();
        assertThat(out("A")).doesNotExist();
    }

    @Test
    void saysTheSameInAnyLocaleAndTimeZone() {
        source("a", "struct I { 1: i32 i; 2: missing x; 3: timestamp t = \"2026-01-31T12:00:00\"; }\nstruct i {}");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<Diagnostic> here = compile().diagnostics();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(compile().diagnostics()).isEqualTo(here).hasSize(2);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void understandsSourcesWithAnyLineEnds() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            source("a", "// comment" + end + "/// one" + end + "/// two" + end + "struct A {}");

            Schema schema = compile().schema();

            assertThat(schema).isNotNull();
            assertThat(schema.files().get(0).definitions().get(0).documentation())
                    .isEqualTo("one\ntwo");
        }
    }

    @Test
    void placesErrorsBehindCharactersOutsideTheBasicPlane() {
        source("a", "/* \uD83D\uDE00 */ struct A { 1: Missing x; }");

        assertThat(compile().diagnostics())
                .singleElement()
                .extracting(diagnostic -> diagnostic.span().text())
                .isEqualTo("Missing");
    }

    @Test
    void leavesNoTemporaryFilesBehind() throws IOException {
        source("a", "struct A {}");
        compile();

        try (Stream<Path> files = Files.list(out(""))) {
            assertThat(files).containsExactlyInAnyOrder(out("A"), out(".rpcidl-files"));
        }
    }

    private void source(String name, String text) {
        new Sources(temporary.resolve("in")).with(name, text);
    }

    private Path out(String path) {
        return temporary.resolve("out").resolve(path);
    }

    private CompileResult compile() {
        CompileRequest request = new CompileRequest(List.of(temporary.resolve("in")), List.of(), out(""));
        return new RpcidlCompiler(List.of(new Names())).compile(request);
    }
}
