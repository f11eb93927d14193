package io.rpcidl.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.sonatype.plexus.build.incremental.BuildContext;

/**
 * Compiles every {@code .rpcidl} file below the source folder to Java and adds the generated Java to the project's
 * sources, and the files themselves to its resources.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {

    /** The folder with the {@code .rpcidl} files; a file lies in the folder that its package names. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** The folder for the generated Java; each execution needs one of its own. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/rpcidl")
    private File outputDirectory;

    @Inject
    GenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    Path sources() {
        return sourceDirectory.toPath();
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    Path embeddingClasses() {
        return classes();
    }

    @Override
    List<Path> imports() throws MojoExecutionException {
        return mainImports();
    }

    @Override
    void register(String generated) {
        project().addCompileSourceRoot(generated);
    }

    @Override
    void embed(Resource resource) {
        project().addResource(resource);
    }
}
