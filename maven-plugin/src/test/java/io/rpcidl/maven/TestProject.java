package io.rpcidl.maven;

import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A project in a folder of a test, with what its builds have said. */
final class TestProject {

    static final String CATALOG = "rpcidl 1;\npackage shop.catalog;\ntype ProductId = uuid;\n";
    static final String ORDERS = """
            rpcidl 1;
            package shop.orders;
            import "shop/catalog/catalog.rpcidl" as catalog;
            struct Line { 1: catalog.ProductId product; }
            """;

    final Path folder;
    final Path sources;
    final Path output;
    final Path classes;
    final List<Path> imports = new ArrayList<>();
    final RecordingLog log = new RecordingLog();
    final RecordingContext editor = new RecordingContext();
    String plugin = "plugin 1";

    TestProject(Path folder) {
        this.folder = folder;
        this.sources = folder.resolve("src/main/rpcidl");
        this.output = folder.resolve("target/generated-sources/rpcidl");
        this.classes = folder.resolve("target/classes");
    }

    /** Writes a source. */
    Path source(String path, String text) throws IOException {
        return write(sources.resolve(path), text);
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Writes a jar with one source in it. */
    static Path jar(Path jar, String path, String text) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/rpcidl/" + path));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** Makes the copies of the sources that Maven would make of resources. */
    void copyResources() throws IOException {
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(classes.resolve("META-INF/rpcidl").resolve(sources.relativize(file)), Files.readString(file));
            }
        }
    }

    /** One build; the last line of its log. */
    String build() throws Exception {
        IdeMessages ide = new IdeMessages(editor.context(), folder.toFile());
        new Generation(new RpcidlCompiler(List.of(new JavaBackend())), log, ide)
                .run(new Folders(sources, imports, output, classes), List.of(plugin), true);
        return log.lines().get(log.lines().size() - 1);
    }
}
