package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.compiler.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the roots of sources that were named one by one instead of through their roots. */
public final class SingleSources {

    private SingleSources() {}

    /**
     * The sources with their roots: as many folders up as the package of each has segments, whatever these folders are
     * called, so that the rule about packages and folders sees a difference. A source without a package is taken
     * to lie in its root.
     */
    public static List<RootedFile> locate(List<Path> files) {
        List<RootedFile> located = new ArrayList<>();
        for (Path file : files) {
            located.add(locate(file));
        }
        return located;
    }

    private static RootedFile locate(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        int folders = Math.min(segments(file), whole.getNameCount() - 1);
        Path below = whole.subpath(whole.getNameCount() - 1 - folders, whole.getNameCount());
        return new RootedFile(above(file, folders), Locations.slashes(below));
    }

    /** Messages name files through their root, so it is said in the user's words as far as these reach. */
    private static Path above(Path file, int folders) {
        int names = file.getNameCount() - 1 - folders;
        Path top = file.getRoot() == null ? file.getFileSystem().getPath("") : file.getRoot();
        if (names >= 0 && file.equals(file.normalize())) {
            return names == 0 ? top : top.resolve(file.subpath(0, names));
        }
        Path root = file.getParent() == null ? top : file.getParent();
        for (int i = 0; i < folders; i++) {
            root = root.resolve("..");
        }
        return root;
    }

    private static int segments(Path file) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        String name = Locations.slashes(file);
        SourceReader.Outcome read = SourceReader.read(name, name, () -> Files.newInputStream(file));
        return read.problem() == null ? new PackageScan(read.file().text()).segments() : 0;
    }
}
