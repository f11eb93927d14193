package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bytes of the golden files, whatever the platform. The build runs this twice, the second time with the arguments in
 * {@code src/test/other-platform.args}; and on every JDK, so that all of them write what is committed.
 */
class ReproducibleTest {

    private static final Path SOURCES = CommittedSources.GOLDEN.sources();

    @TempDir
    Path folder;

    @Test
    void writesTheGoldenBytes() throws IOException {
        assertGolden(List.of(SOURCES));
    }

    @Test
    void writesTheSameForSourcesWithTheLineEndsOfWindows() throws IOException {
        List<String> paths = paths(SOURCES);
        for (String path : paths) {
            copy(path, "sources", Files.readString(SOURCES.resolve(path)).replace("\n", "\r\n"));
        }

        assertGolden(List.of(folder.resolve("sources")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesTheSameInEveryOrderOfFilesAndRoots(boolean reversed) throws IOException {
        List<String> paths = new ArrayList<>(paths(SOURCES));
        if (reversed) {
            Collections.reverse(paths);
        }
        List<Path> roots = new ArrayList<>();
        for (String path : paths) {
            copy(path, "root" + roots.size(), Files.readString(SOURCES.resolve(path)));
            roots.add(folder.resolve("root" + roots.size()));
        }

        assertGolden(roots);
    }

    @Test
    @EnabledIfSystemProperty(named = "user.language", matches = "tr")
    void runsOnAnotherPlatformTheSecondTime() {
        assertThat("i".toUpperCase(Locale.getDefault())).isNotEqualTo("I");
        assertThat(System.lineSeparator()).isEqualTo("\r\n");
    }

    private void assertGolden(List<Path> roots) throws IOException {
        Path output = folder.resolve("output");
        CompileResult result =
                new RpcidlCompiler(List.of(new JavaBackend())).compile(new CompileRequest(roots, List.of(), output));
        assertThat(result.diagnostics()).isEmpty();
        Map<String, byte[]> written = contents(output);
        written.remove(".rpcidl-files");
        Map<String, byte[]> golden = contents(CommittedSources.GOLDEN.java());
        assertThat(written.keySet()).isEqualTo(golden.keySet());
        written.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(golden.get(path)));
    }

    private void copy(String path, String root, String text) throws IOException {
        Path target = folder.resolve(root).resolve(path);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private static Map<String, byte[]> contents(Path root) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String path : paths(root)) {
            contents.put(path, Files.readAllBytes(root.resolve(path)));
        }
        return contents;
    }

    private static List<String> paths(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
