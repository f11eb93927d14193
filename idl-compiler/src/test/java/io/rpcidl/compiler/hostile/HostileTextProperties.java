package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.InMemoryCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;

/**
 * K03: random texts in every place. The build compiles {@value #BATCHES} batches of {@value #SOURCES} sources, each of
 * which becomes a dozen Java files; {@code -Drpcidl.hostile=full} compiles 10,000 sources. {@code -Drpcidl.seed=N} repeats a run.
 */
class HostileTextProperties {

    private static final int SOURCES = 50;
    private static final int BATCHES = 3;
    private static final int ALL_BATCHES = 200;

    @Example
    void compilesWhateverTheTextsSay() throws IOException, ReflectiveOperationException {
        long seed = Long.getLong("rpcidl.seed", System.nanoTime());
        int batches = "full".equals(System.getProperty("rpcidl.hostile")) ? ALL_BATCHES : BATCHES;
        int files = 0;
        for (int batch = 0; batch < batches; batch++) {
            try {
                files += compile(new Random(seed + batch), "p.b" + batch);
            } catch (AssertionError e) {
                throw new AssertionError("-Drpcidl.seed=" + (seed + batch), e);
            }
        }
        assertThat(files).isGreaterThan(batches * SOURCES * 10);
    }

    private static int compile(Random random, String packageName) throws IOException, ReflectiveOperationException {
        List<List<String>> written = new ArrayList<>();
        Path root = Files.createTempDirectory("hostile");
        Path bareRoot = Files.createTempDirectory("hostile");
        try {
            for (int i = 0; i < SOURCES; i++) {
                List<String> texts = new ArrayList<>();
                String name = packageName + ".s" + i;
                write(root, name, new TextSlots(() -> Payloads.random(random), () -> added(texts, random)));
                var again = texts.iterator();
                write(bareRoot, name, new TextSlots(() -> "", again::next));
                written.add(texts);
            }
            List<GeneratedFile> files = Generation.files(root);
            assertThat(JavaTree.of(files)).isEqualTo(JavaTree.of(Generation.files(bareRoot)));
            ClassLoader loader = InMemoryCompiler.compile(files);
            for (int i = 0; i < SOURCES; i++) {
                Class<?> constants = loader.loadClass(packageName + ".s" + i + ".AConstants");
                assertThat(constants.getField("TEXT").get(null))
                        .isEqualTo(written.get(i).get(0));
            }
            return files.size();
        } finally {
            Folders.delete(root);
            Folders.delete(bareRoot);
        }
    }

    private static String added(List<String> texts, Random random) {
        texts.add(Payloads.random(random));
        return texts.get(texts.size() - 1);
    }

    private static void write(Path root, String packageName, TextSlots slots) {
        byte[] octets = slots.source(packageName).getBytes(StandardCharsets.UTF_8);
        new Sources(root).withBytes(packageName.replace('.', '/') + "/a.rpcidl", octets);
    }
}
