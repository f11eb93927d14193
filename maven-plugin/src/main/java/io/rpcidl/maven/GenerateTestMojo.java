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
 * Compiles every {@code .rpcidl} file below the test source folder to Java and adds the generated Java to the project's
 * test sources, and the files themselves to its test resources. Test files may import those of {@code src/main/rpcidl}.
 */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {

    /** The folder with the {@code .rpcidl} files of the tests; a file lies in the folder that its package names. */
    @Parameter(defaultValue = "${project.basedir}/src/test/rpcidl")
    private File sourceDirectory;

    /** The folder with the project's main {@code .rpcidl} files, the first in which imports are looked up. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File mainSourceDirectory;

    /** The folder for the generated Java; each execution needs one of its own. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/rpcidl")
    private File outputDirectory;

    /** Whether the project's tests are not compiled at all: then there is nothing to generate for them. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    @Inject
    GenerateTestMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    boolean skipped() {
        return skipTests || super.skipped();
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
        return testClasses();
    }

    @Override
    List<Path> imports() throws MojoExecutionException {
        return testImports(mainSourceDirectory.toPath());
    }

    @Override
    void register(String generated) {
        project().addTestCompileSourceRoot(generated);
    }

    @Override
    void embed(Resource resource) {
        project().addTestResource(resource);
    }
}
