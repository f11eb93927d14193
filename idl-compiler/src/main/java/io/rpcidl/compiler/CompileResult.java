package io.rpcidl.compiler;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.model.Schema;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a compilation.
 *
 * @param diagnostics sorted by file and position
 * @param schema null when there was an error in the sources
 * @param written the files whose content changed
 * @param deleted the files of an earlier run that are no longer generated
 */
public record CompileResult(
        List<Diagnostic> diagnostics, @Nullable Schema schema, List<Path> written, List<Path> deleted) {

    public CompileResult {
        diagnostics = List.copyOf(diagnostics);
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
    }

    /** Whether there was no error; warnings don't count. */
    public boolean succeeded() {
        return diagnostics.stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
