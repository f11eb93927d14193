package io.rpcidl.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles every {@code .rpcidl} file below the source folder to Java and adds the generated Java to the project's
 * sources.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {

    /** The folder with the {@code .rpcidl} files; a file lies in the folder that its package names. */
    @Parameter(defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** Folders in which imports are looked up after the source folder; no code is generated for what lies there. */
    @Parameter
    private List<File> importDirectories = List.of();

    /** The folder for the generated Java. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/rpcidl")
    private File outputDirectory;

    @Override
    Folders folders() {
        return new Folders(
                sourceDirectory.toPath(),
                importDirectories.stream().map(File::toPath).toList(),
                outputDirectory.toPath());
    }

    @Override
    void register(String generated) {
        project().addCompileSourceRoot(generated);
    }
}
