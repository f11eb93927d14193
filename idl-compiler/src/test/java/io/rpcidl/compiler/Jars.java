package io.rpcidl.compiler;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar that a test writes; its bytes can be changed afterwards to what no tool would write. */
final class Jars {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** Adds a source in its place. */
    Jars source(String path, String text) {
        return entry("META-INF/rpcidl/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    Jars entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    Path write(Path jar) {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Replaces text of the same length everywhere in a file, also in the central directory of a jar. */
    static Path patch(Path file, String old, String replacement) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Files.writeString(file, bytes.replace(old, replacement), StandardCharsets.ISO_8859_1);
    }
}
