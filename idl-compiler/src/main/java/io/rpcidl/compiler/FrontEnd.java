package io.rpcidl.compiler;

import io.rpcidl.compiler.check.Checks;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.resolve.Program;
import io.rpcidl.compiler.resolve.Resolver;
import io.rpcidl.compiler.resolve.SchemaBuilder;
import io.rpcidl.compiler.resolve.SingleSources;
import io.rpcidl.compiler.resolve.SourceLoader;
import io.rpcidl.compiler.source.RootedFile;
import io.rpcidl.compiler.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stages up to the schema.
 *
 * @param program what was read
 * @param schema null when there was an error
 */
record FrontEnd(Program program, @Nullable Schema schema) {

    static FrontEnd run(CompileRequest request, Diagnostics diagnostics) {
        List<RootedFile> files = SingleSources.locate(request.sourceFiles());
        SourceLoader loader = new SourceLoader(
                request.sourceRoots(), files, request.importRoots(), diagnostics, SourceLoader.MAX_FILES);
        Program program = Resolver.resolve(loader.load(), diagnostics);
        Checks.run(program, diagnostics);
        return new FrontEnd(program, diagnostics.hasErrors() ? null : SchemaBuilder.build(program));
    }

    /** Where each source, by its path, declares its package. */
    Map<String, Span> packages() {
        return program.packages();
    }
}
