package io.rpcidl.compiler;

import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of sources that a test writes and compiles. */
public final class Sources {

    /** The header of every well-formed source in the package {@code p}. */
    public static final String HEAD = "rpcidl 1;\npackage p;\n";

    private final Path root;

    /** Sources below the given folder. */
    public Sources(Path root) {
        this.root = root;
    }

    /** Writes a source in the package {@code p}, behind the usual header. */
    public Sources with(String name, String text) {
        return withBytes("p/" + name + ".rpcidl", (HEAD + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    public Sources withBytes(String path, byte[] bytes) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Checks everything below the folder. */
    public CompileResult compile() {
        return new RpcidlCompiler(List.of()).compile(CompileRequest.check(root));
    }

    /** The codes of all diagnostics, in their order. */
    public List<String> codes() {
        return compile().diagnostics().stream()
                .map(Diagnostic::code)
                .map(code -> code.id())
                .toList();
    }

    /** What the user reads. */
    public String text() {
        return new DiagnosticRenderer().text(compile().diagnostics());
    }
}
