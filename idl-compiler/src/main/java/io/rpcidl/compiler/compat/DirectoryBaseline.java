package io.rpcidl.compiler.compat;

import io.rpcidl.compiler.diagnostic.Quote;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with sources. */
final class DirectoryBaseline extends Baseline {

    private final Path folder;

    DirectoryBaseline(Path folder) {
        super(folder);
        this.folder = folder;
    }

    @Override
    public String name() {
        return "the folder " + Quote.of(folder.toString());
    }

    @Override
    public BaselineSources open() throws BaselineException {
        if (!Files.isDirectory(folder)) {
            throw new BaselineException("it is no folder; name one with sources");
        }
        return BaselineSources.of(folder);
    }
}
