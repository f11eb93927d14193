package io.rpcidl.maven;

import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What both goals do; they differ in their folders and in whom the generated code belongs to. */
abstract class AbstractGenerateMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Whether to do nothing. */
    @Parameter(property = "rpcidl.skip", defaultValue = "false")
    private boolean skip;

    AbstractGenerateMojo() {}

    @Override
    public final void execute() throws MojoFailureException {
        if (skipped()) {
            getLog().info("rpcidl is skipped");
            return;
        }
        Folders folders = folders();
        if (Files.notExists(folders.sources())) {
            getLog().info("nothing to generate: " + folders.sources() + " does not exist");
            return;
        }
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        new Generation(compiler, getLog()).run(folders);
        register(folders.output().toString());
    }

    /** Whether the user asked for nothing to be done. */
    boolean skipped() {
        return skip;
    }

    /** Where to read and where to write. */
    abstract Folders folders();

    /** Makes the folder with generated Java one of the project's source folders. */
    abstract void register(String generated);

    final MavenProject project() {
        return project;
    }
}
