package io.rpcidl.maven;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Gives every {@code .rpcidl} file of the project, of main and of the tests, the one style; or, to be bound in a build,
 * only says which files don't have it.
 */
@Mojo(name = "format", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class FormatMojo extends AbstractRpcidlMojo {

    /** The folder with the {@code .rpcidl} files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** The folder with the {@code .rpcidl} files of the tests. */
    @Parameter(defaultValue = "${project.basedir}/src/test/rpcidl")
    private File testSourceDirectory;

    /** Whether to write nothing and to fail when a file would change. */
    @Parameter(property = "rpcidl.check", defaultValue = "false")
    private boolean check;

    FormatMojo() {}

    @Override
    void run() throws MojoFailureException {
        List<Path> roots = Stream.of(sourceDirectory, testSourceDirectory)
                .filter(File::isDirectory)
                .map(File::toPath)
                .toList();
        RpcidlCompiler compiler = new RpcidlCompiler(List.of());
        int errors = 0;
        int written = 0;
        for (Path root : roots) {
            CompileRequest request = CompileRequest.check(root);
            CompileResult result = check ? compiler.formatCheck(request) : compiler.format(request);
            errors += new DiagnosticLog(getLog()).report(result.diagnostics());
            result.written().forEach(file -> getLog().info("formatted " + file));
            written += result.written().size();
        }
        if (errors > 0) {
            throw new MojoFailureException(DiagnosticLog.count(errors)
                    + (check ? "; mvn rpcidl:format formats the files" : "; these files stay as they are"));
        }
        getLog().info(check ? "all files are formatted" : written + " files changed");
    }
}
