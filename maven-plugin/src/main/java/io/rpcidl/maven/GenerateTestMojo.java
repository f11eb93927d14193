package io.rpcidl.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles every {@code .rpcidl} file below the test source folder to Java and adds the generated Java to the project's
 * test sources. Test files may import those of {@code src/main/rpcidl}.
 */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {

    /** The folder with the {@code .rpcidl} files of the tests; a file lies in the folder that its package names. */
    @Parameter(defaultValue = "${project.basedir}/src/test/rpcidl")
    private File sourceDirectory;

    /** The folder with the project's main {@code .rpcidl} files, the first in which imports are looked up. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File mainSourceDirectory;

    /** Folders in which imports are looked up last; no code is generated for what lies there. */
    @Parameter
    private List<File> importDirectories = List.of();

    /** The folder for the generated Java. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/rpcidl")
    private File outputDirectory;

    /** Whether the project's tests are not compiled at all: then there is nothing to generate for them. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    @Override
    boolean skipped() {
        return skipTests || super.skipped();
    }

    @Override
    Folders folders() {
        Stream<Path> main =
                Stream.of(mainSourceDirectory).filter(File::isDirectory).map(File::toPath);
        Stream<Path> others = importDirectories.stream().map(File::toPath);
        return new Folders(sourceDirectory.toPath(), Stream.concat(main, others).toList(), outputDirectory.toPath());
    }

    @Override
    void register(String generated) {
        project().addTestCompileSourceRoot(generated);
    }
}
