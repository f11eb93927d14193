package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A folder of sources with lock files, in the package {@code p}. */
final class Project {

    private final Path root;

    Project(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Writes {@code p/a.rpcidl} behind its header. */
    Project with(String text) {
        return file("p/a.rpcidl", "rpcidl 1;\npackage p;\n" + text);
    }

    Project file(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Project delete(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the lock of {@code p/a.rpcidl} behind header, note and package. */
    List<String> lock() {
        return read("p/a.rpcidl.lock").lines().skip(3).toList();
    }

    Project locked(String... accepted) {
        CompileResult result = new RpcidlCompiler(List.of()).lock(request(), Set.of(accepted));
        assertThat(result.succeeded()).as(() -> text(result)).isTrue();
        return this;
    }

    CompileResult tryLock(String... accepted) {
        return new RpcidlCompiler(List.of()).lock(request(), Set.of(accepted));
    }

    CompileResult compile() {
        return new RpcidlCompiler(List.of()).compile(request());
    }

    /** What compiling says: code, place and message of each diagnostic. */
    List<String> says() {
        return compile().diagnostics().stream().map(Project::line).toList();
    }

    static String line(Diagnostic diagnostic) {
        return diagnostic.code().id() + " " + diagnostic.span().text() + ": " + diagnostic.message();
    }

    String text(CompileResult result) {
        return new DiagnosticRenderer().text(result.diagnostics()).replace(root.toString() + "/", "");
    }

    CompileRequest request() {
        return CompileRequest.check(root);
    }
}
