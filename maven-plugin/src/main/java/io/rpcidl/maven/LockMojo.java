package io.rpcidl.maven;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the lock file beside each {@code .rpcidl} file of main, or brings it up to date; {@code generate} and
 * {@code check} check against lock files that exist. What breaks a lock is refused.
 */
@Mojo(name = "lock", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class LockMojo extends AbstractImportingMojo {

    /** The folder with the {@code .rpcidl} files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** Names in full, of definitions or of their members, that may break their locks: {@code shop.orders.v1.Order.note}. */
    @Parameter(property = "rpcidl.accept")
    private List<String> accept = List.of();

    LockMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Path sources = sourceDirectory.toPath();
        if (Files.notExists(sources)) {
            getLog().info("nothing to lock: " + sources + " does not exist");
            return;
        }
        CompileRequest request = new CompileRequest(List.of(sources), mainImports(), null);
        CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).lock(request, new HashSet<>(accept));
        int errors = new DiagnosticLog(getLog()).report(result.diagnostics());
        if (errors > 0) {
            throw new MojoFailureException(DiagnosticLog.count(errors) + " in " + sources + "; no lock was written");
        }
        result.written().forEach(file -> getLog().info("wrote " + file));
        getLog().info(result.written().size() + " lock files changed");
    }
}
