package io.rpcidl.maven;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.lint.LintConfiguration;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Checks every {@code .rpcidl} file of the project, of main and of the tests, and writes nothing. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends AbstractImportingMojo {

    /** The folder with the {@code .rpcidl} files; a file lies in the folder that its package names. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** The folder with the {@code .rpcidl} files of the tests. */
    @Parameter(defaultValue = "${project.basedir}/src/test/rpcidl")
    private File testSourceDirectory;

    /** Whether to say, as warnings, what is better done otherwise: the rules are those of {@code rpcidl lint}. */
    @Parameter(property = "rpcidl.lint", defaultValue = "false")
    private boolean lint;

    /** Which rules are on; where there is no such file, those that are on by themselves. */
    @Parameter(defaultValue = "${project.basedir}/rpcidl-lint.properties")
    private File lintConfiguration;

    /** Whether warnings fail the build too. */
    @Parameter(property = "rpcidl.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    CheckMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Path main = sourceDirectory.toPath();
        Path test = testSourceDirectory.toPath();
        int errors = check(main, mainImports()) + check(test, testImports(main));
        if (errors > 0) {
            throw new MojoFailureException(DiagnosticLog.count(errors) + " in " + main + " and " + test);
        }
    }

    private int check(Path sources, List<Path> imports) {
        if (Files.notExists(sources)) {
            getLog().info("nothing to check: " + sources + " does not exist");
            return 0;
        }
        List<Diagnostic> diagnostics = diagnostics(new CompileRequest(List.of(sources), imports, null));
        int errors = new DiagnosticLog(getLog()).report(diagnostics);
        if (failOnWarning) {
            errors = diagnostics.size();
        }
        if (errors == 0) {
            getLog().info("no errors in " + sources);
        }
        return errors;
    }

    private List<Diagnostic> diagnostics(CompileRequest request) {
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        if (!lint) {
            return compiler.compile(request).diagnostics();
        }
        Diagnostics all = new Diagnostics();
        LintConfiguration configuration = lintConfiguration.isFile()
                ? LintConfiguration.read(lintConfiguration.toPath(), all)
                : LintConfiguration.DEFAULT;
        compiler.lint(request, configuration).diagnostics().forEach(all::add);
        return all.sorted();
    }
}
