package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Quote;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The sources in a jar, below {@value #FOLDER}. Nothing is extracted: an entry is found by its exact name, and read up to
 * the limit of a source whatever size it claims. Names that would lead an unpacker elsewhere make the jar unusable.
 */
final class JarRoot implements Root, Closeable {

    /** Where in a jar sources lie. */
    static final String FOLDER = "META-INF/rpcidl/";

    private final Path jar;
    private final ZipFile zip;

    private JarRoot(Path jar, ZipFile zip) {
        this.jar = jar;
        this.zip = zip;
    }

    /** Opens a jar, or returns null when it holds no sources, which is fine, or can't be used, which is reported. */
    static @Nullable JarRoot open(Path jar, Diagnostics diagnostics) {
        try {
            ZipFile zip = new ZipFile(jar.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8);
            boolean kept = false;
            try {
                kept = holdsSources(zip, jar, diagnostics);
            } finally {
                if (!kept) {
                    zip.close();
                }
            }
            return kept ? new JarRoot(jar, zip) : null;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            String message = "the import root " + Quote.of(Locations.slashes(jar)) + " can't be read as a jar";
            diagnostics.add(Diagnostic.of(Code.BAD_JAR, Locations.start(jar), message)
                    .help("an import root is a folder, or a jar with sources below `" + FOLDER
                            + "`; build or fetch this one again"));
            return null;
        }
    }

    @Override
    public @Nullable Found find(String path) {
        ZipEntry entry = zip.getEntry(FOLDER + path);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        String location = Locations.slashes(jar) + "!/" + entry.getName();
        return new Found(path, location, () -> new CheckedEntry(zip.getInputStream(entry), entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static boolean holdsSources(ZipFile zip, Path jar, Diagnostics diagnostics) {
        Set<String> names = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (!name.replace('\\', '/').contains(FOLDER) || name.endsWith("/")) {
                continue;
            }
            String problem = problem(name, names);
            if (problem != null) {
                String message = "the jar holds an entry " + Quote.of(name) + problem;
                diagnostics.add(
                        Diagnostic.of(Code.JAR_ENTRY, Locations.start(jar), message)
                                .help(
                                        "no build tool makes such a jar and nothing is read from it; build it again or do without"));
                return false;
            }
        }
        return !names.isEmpty();
    }

    /** What is wrong with a name in or near the folder of sources; a fine one inside of it becomes one of the names. */
    private static @Nullable String problem(String name, Set<String> names) {
        if (name.contains("\\")) {
            return " with a backslash";
        }
        if (name.startsWith("/")) {
            return " with an absolute path";
        }
        if (("/" + name + "/").contains("/../")) {
            return " that leads out of its folder";
        }
        if (name.startsWith(FOLDER) && !names.add(name)) {
            return " twice";
        }
        return null;
    }
}
