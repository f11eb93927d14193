package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Quote;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with lock files. */
final class LockBaseline extends Baseline {

    private final Path folder;

    LockBaseline(Path folder) {
        super(folder);
        this.folder = folder;
    }

    @Override
    public String name() {
        return "the lock files below " + Quote.of(folder.toString());
    }

    @Override
    public BaselineSources open() throws BaselineException {
        if (!Files.isDirectory(folder)) {
            throw new BaselineException("it is no folder; name the one that holds the sources and their lock files");
        }
        return BaselineSources.locks(folder);
    }
}
