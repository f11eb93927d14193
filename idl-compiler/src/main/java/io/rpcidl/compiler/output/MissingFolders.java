package io.rpcidl.compiler.output;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which folders below a root are not there, each looked for once. In a folder that is missing there is nothing to look at
 * and nothing to replace.
 */
final class MissingFolders {

    private final Map<Path, Optional<Path>> highest = new HashMap<>();

    MissingFolders(Path root) {
        highest.put(root, Optional.empty());
    }

    /** The highest missing folder on the way to what is below the root, or null when its folder is there. */
    @Nullable
    Path above(Path target) {
        Path folder = target.getParent();
        return folder == null ? null : highest(folder).orElse(null);
    }

    private Optional<Path> highest(Path folder) {
        Optional<Path> known = highest.get(folder);
        if (known == null) {
            Path missing = above(folder);
            known = missing == null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(folder)
                    : Optional.ofNullable(missing);
            highest.put(folder, known);
        }
        return known;
    }
}
