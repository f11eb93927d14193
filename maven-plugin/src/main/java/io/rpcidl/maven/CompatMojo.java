package io.rpcidl.maven;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.compat.Baseline;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.schema.compat.Level;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Compares the {@code .rpcidl} files of main with an older state of them and fails when a change reaches too far: with an
 * artifact that was released, with a jar or a folder, or, when neither is given, with the lock files beside the sources.
 */
@Mojo(
        name = "compat",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CompatMojo extends AbstractImportingMojo {

    private final RepositorySystem repositorySystem;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession session;

    @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true, required = true)
    private List<RemoteRepository> repositories;

    /** The folder with the {@code .rpcidl} files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** The artifact whose files are the older state, such as {@code com.acme:orders-api:1.4.0}. */
    @Parameter(property = "rpcidl.baselineArtifact")
    private @Nullable String baselineArtifact;

    /** The older state itself: a jar with files below {@code META-INF/rpcidl/}, or a folder with files. */
    @Parameter(property = "rpcidl.baseline")
    private @Nullable File baseline;

    /** From which level on a change is an error, and not a warning: {@code WIRE}, {@code SEMANTIC}, {@code SOURCE} or {@code DOC}. */
    @Parameter(property = "rpcidl.level", defaultValue = "SOURCE")
    private Level level;

    @Inject
    CompatMojo(RepositorySystem repositorySystem) {
        this.repositorySystem = repositorySystem;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Path sources = sourceDirectory.toPath();
        if (Files.notExists(sources)) {
            getLog().info("nothing to compare: " + sources + " does not exist");
            return;
        }
        Baseline older = baseline(sources);
        CompileRequest request = new CompileRequest(List.of(sources), mainImports(), null);
        CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compat(request, older, level);
        int errors = new DiagnosticLog(getLog()).report(result.diagnostics());
        if (errors > 0) {
            throw new MojoFailureException(
                    DiagnosticLog.count(errors) + " in " + sources + ", compared with " + older.name());
        }
        getLog().info(sources + " agrees with " + older.name() + " up to level " + level);
    }

    private Baseline baseline(Path sources) throws MojoExecutionException, MojoFailureException {
        if (baselineArtifact != null && baseline != null) {
            throw new MojoFailureException("there can be one baseline: leave out baselineArtifact or baseline");
        }
        if (baselineArtifact != null) {
            return Baseline.ofJar(resolve(baselineArtifact));
        }
        if (baseline == null) {
            return Baseline.ofLock(sources);
        }
        return baseline.isDirectory() ? Baseline.ofDirectory(baseline.toPath()) : Baseline.ofJar(baseline.toPath());
    }

    private Path resolve(String coordinates) throws MojoExecutionException, MojoFailureException {
        try {
            ArtifactRequest request = new ArtifactRequest(new DefaultArtifact(coordinates), repositories, null);
            return repositorySystem
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(
                    "the baseline " + coordinates + " is no artifact; write groupId:artifactId:version");
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException("the baseline " + coordinates + " can't be had: " + e.getMessage(), e);
        }
    }
}
