package io.rpcidl.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have. */
abstract class AbstractRpcidlMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Whether to do nothing. */
    @Parameter(property = "rpcidl.skip", defaultValue = "false")
    private boolean skip;

    AbstractRpcidlMojo() {}

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skipped()) {
            getLog().info("rpcidl is skipped");
        } else {
            run();
        }
    }

    /** Whether the user asked for nothing to be done. */
    boolean skipped() {
        return skip;
    }

    /** What the goal does when it is not skipped. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    final MavenProject project() {
        return project;
    }

    final Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    final Path testClasses() {
        return Path.of(project.getBuild().getTestOutputDirectory());
    }
}
