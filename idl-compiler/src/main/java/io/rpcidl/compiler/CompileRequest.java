package io.rpcidl.compiler;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compiled.
 *
 * @param sourceRoots folders; every {@code *.rpcidl} file below them is compiled, and code is generated for it
 * @param sourceFiles single sources that are compiled too; the root of each is the folder in which its package starts, and
 *     imports are looked up there after the source roots
 * @param importRoots where imports are looked up after the source roots: folders, and jars (every regular file is taken
 *     for one) with sources below {@code META-INF/rpcidl/}; what several roots hold has to be the same in all
 * @param output where files are written, or null to check only
 */
public record CompileRequest(
        List<Path> sourceRoots,
        List<Path> sourceFiles,
        List<Path> importRoots,
        @Nullable Path output) {

    public CompileRequest {
        sourceRoots = List.copyOf(sourceRoots);
        sourceFiles = List.copyOf(sourceFiles);
        importRoots = List.copyOf(importRoots);
    }

    /** A request for everything below the source roots, without single sources. */
    public CompileRequest(List<Path> sourceRoots, List<Path> importRoots, @Nullable Path output) {
        this(sourceRoots, List.of(), importRoots, output);
    }

    /** A request that checks the sources below a folder and writes nothing. */
    public static CompileRequest check(Path sourceRoot) {
        return new CompileRequest(List.of(sourceRoot), List.of(), null);
    }
}
