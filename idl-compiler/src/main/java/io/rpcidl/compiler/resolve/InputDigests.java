package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.compiler.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the loader would read, as digests of content by location. It looks where the loader looks: at all sources, and in
 * every root for each import, so that a file that appears in an earlier root, or in a second one, changes the digests.
 */
public final class InputDigests {

    /** The largest lock file, in bytes: a source has one with a line for each number that it ever used. */
    public static final int MAX_LOCK_BYTES = 16 << 20;

    private static final String LOCK = ".rpcidl.lock";

    private final SortedMap<String, String> digests = new TreeMap<>();
    private boolean unreadable;

    private final Map<String, String> known;

    private InputDigests(Map<String, String> known) {
        this.known = known;
    }

    /**
     * The SHA-256 of each file by its location, or null when one can't be read or a root can't be used.
     *
     * @param known digests of sources that the caller knows to be unchanged, by location; they are not read
     */
    public static @Nullable SortedMap<String, String> of(
            List<Path> sourceRoots,
            List<RootedFile> sourceFiles,
            List<Path> importRoots,
            Collection<String> imported,
            Map<String, String> known) {
        InputDigests inputs = new InputDigests(known);
        Diagnostics diagnostics = new Diagnostics();
        try (Roots roots = new Roots(sourceRoots, sourceFiles, importRoots, diagnostics)) {
            if (diagnostics.hasErrors()) {
                return null;
            }
            for (Path root : sourceRoots) {
                FolderRoot folder = new FolderRoot(root);
                for (String path : folder.list(InputDigests::isInput)) {
                    inputs.addSource(folder, path, roots);
                }
            }
            for (RootedFile file : sourceFiles) {
                inputs.addSource(new FolderRoot(file.root()), file.path(), roots);
            }
            for (String path : imported) {
                roots.find(path).forEach(inputs::add);
            }
        } catch (IOException e) {
            return null;
        }
        return inputs.unreadable ? null : inputs.digests;
    }

    /** Locks lie beside the sources and are checked with them. */
    private static boolean isInput(String file) {
        return file.endsWith(".rpcidl") || file.endsWith(LOCK);
    }

    private void addSource(FolderRoot root, String path, Roots roots) {
        roots.findInImportRoots(path).forEach(this::add);
        String location = root.location(path);
        String digest = known.get(location);
        if (digest != null) {
            digests.put(location, digest);
            return;
        }
        Found found = root.find(path);
        if (found == null) {
            unreadable = true;
        } else {
            add(found);
        }
    }

    private void add(Found found) {
        try (InputStream in = found.content().open()) {
            int most = found.location().endsWith(LOCK) ? MAX_LOCK_BYTES : SourceReader.MAX_BYTES;
            byte[] bytes = in.readNBytes(most + 1);
            unreadable |= bytes.length > most;
            digests.put(found.location(), of(bytes));
        } catch (IOException e) {
            unreadable = true;
        }
    }

    /** The SHA-256 of some bytes, in hexadecimal digits. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
