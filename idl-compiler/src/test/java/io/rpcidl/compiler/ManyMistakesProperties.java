package io.rpcidl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The mistakes of many cases in one program, each case moved into a package of its own: every one is reported just as it is
 * alone, whatever else is broken.
 */
class ManyMistakesProperties {

    /** Those that can be moved by replacing the name of their package. */
    private static final List<Moved> CASES = new ArrayList<>();

    /**
     * A case by the text of its files.
     *
     * @param codes of its errors alone, sorted
     */
    private record Moved(String name, Map<String, byte[]> files, List<Code> codes) {

        void write(Path root, String folder) {
            Sources sources = new Sources(root);
            files.forEach((path, bytes) -> sources.withBytes(folder + "/" + path, moved(bytes, folder)));
        }

        /** Bytes and not text, since some cases are not UTF-8. */
        private static byte[] moved(byte[] bytes, String folder) {
            return new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace("package p;", "package " + folder + ".p;")
                    .replace("import \"p/", "import \"" + folder + "/p/")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @BeforeContainer
    static void findCases() throws IOException {
        Path temporary = Files.createTempDirectory("cases");
        try {
            for (Corpus.Case one : Corpus.cases()) {
                Map<String, byte[]> files = files(one);
                if (!one.callName().equals("check")
                        || !files.keySet().stream().allMatch(path -> path.matches("p/[a-z]+\\.rpcidl"))) {
                    continue;
                }
                List<Code> alone = errors(one.folder(), "");
                Moved moved = new Moved(one.name(), files, alone);
                Path root = temporary.resolve(one.name());
                moved.write(root, "m");
                if (errors(root, "m/").equals(alone)) {
                    CASES.add(moved);
                }
            }
        } finally {
            delete(temporary);
        }
    }

    @AfterContainer
    static void forgetCases() {
        CASES.clear();
    }

    @Example
    void movesMostCases() throws IOException {
        int checked = 0;
        for (Corpus.Case one : Corpus.cases()) {
            checked += one.callName().equals("check") ? 1 : 0;
        }
        assertThat(CASES).hasSizeGreaterThan(checked * 3 / 4);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void reportsTheMistakesOfEachAsIfItWereAlone(
            @ForAll @Size(min = 2, max = 12) Set<@IntRange(max = 1_000) Integer> chosen) throws IOException {
        Map<String, Moved> together = new TreeMap<>();
        chosen.forEach(number -> together.put("m" + number % CASES.size(), CASES.get(number % CASES.size())));
        Path root = Files.createTempDirectory("together");
        try {
            together.forEach((folder, moved) -> moved.write(root, folder));

            together.forEach((folder, moved) ->
                    assertThat(errors(root, folder + "/")).as(moved.name()).isEqualTo(moved.codes()));
        } finally {
            delete(root);
        }
    }

    private static Map<String, byte[]> files(Corpus.Case one) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(one.folder())) {
            for (Path file :
                    all.filter(file -> file.toString().endsWith(".rpcidl")).toList()) {
                files.put(one.folder().relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static List<Code> errors(Path root, String prefix) {
        return new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(root)).diagnostics().stream()
                        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                        .filter(diagnostic -> diagnostic.span().file().path().startsWith(prefix))
                        .map(Diagnostic::code)
                        .sorted()
                        .toList();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
