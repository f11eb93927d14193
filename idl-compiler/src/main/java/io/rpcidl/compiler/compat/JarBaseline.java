package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Quote;
import io.rpcidl.compiler.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar with sources. */
final class JarBaseline extends Baseline {

    private static final String FOLDER = "META-INF/rpcidl/";

    private final Path jar;

    JarBaseline(Path jar) {
        super(jar);
        this.jar = jar;
    }

    @Override
    public String name() {
        return "the jar " + Quote.of(jar.toString());
    }

    @Override
    public BaselineSources open() throws BaselineException {
        if (!Files.isRegularFile(jar)) {
            throw new BaselineException("there is no such file");
        }
        try (ZipFile zip = new ZipFile(jar.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8)) {
            Unpacking unpacking = new Unpacking();
            BaselineSources sources = BaselineSources.unpacked(unpacking.folder());
            try {
                unpack(zip, unpacking);
            } catch (BaselineException | IOException | RuntimeException problem) {
                sources.close();
                throw problem;
            }
            return sources;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new BaselineException("it can't be read as a jar; build or fetch it again");
        }
    }

    private static void unpack(ZipFile zip, Unpacking unpacking) throws BaselineException, IOException {
        Set<String> seen = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!name.startsWith(FOLDER) || !name.endsWith(".rpcidl")) {
                continue;
            }
            String path = name.substring(FOLDER.length());
            if (!Unpacking.isSource(path) || !seen.add(path)) {
                throw new BaselineException("it holds an entry " + Quote.of(name) + " that no honest jar has");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                unpacking.add(path, in.readNBytes(SourceReader.MAX_BYTES + 1));
            }
        }
        if (unpacking.isEmpty()) {
            throw new BaselineException("it holds no sources below " + FOLDER);
        }
    }
}
