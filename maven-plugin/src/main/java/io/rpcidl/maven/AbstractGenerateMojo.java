package io.rpcidl.maven;

import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.sonatype.plexus.build.incremental.BuildContext;

/** What both generating goals do; they differ in their folders and in whom the generated code belongs to. */
abstract class AbstractGenerateMojo extends AbstractImportingMojo {

    private static final String OUTPUT_OF = "io.rpcidl.maven.output-of:";

    private final BuildContext buildContext;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Whether the sources become resources in {@code META-INF/rpcidl/} of the jar, so that other projects can import them. */
    @Parameter(property = "rpcidl.embedSources", defaultValue = "true")
    private boolean embedSources;

    /**
     * Whether to do nothing when sources, imports, parameters, the plugin and the generated files are those of the last
     * run.
     */
    @Parameter(property = "rpcidl.upToDateCheck", defaultValue = "true")
    private boolean upToDateCheck;

    AbstractGenerateMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        Folders folders = new Folders(sources(), imports(), output(), embeddingClasses());
        if (folders.exist()) {
            claimOutput();
        }
        IdeMessages ide = new IdeMessages(buildContext, project().getBasedir());
        RpcidlCompiler compiler = new RpcidlCompiler(List.of(new JavaBackend()));
        new Generation(compiler, getLog(), ide).run(folders, PluginVersion.of(plugin), upToDateCheck);
        if (folders.exist()) {
            register(output().toString());
            if (embedSources) {
                embed(resource());
            }
        }
    }

    /** Two executions with one output folder would delete each other's files. */
    private void claimOutput() throws MojoFailureException {
        String key = OUTPUT_OF + output();
        Object other = project().getContextValue(key);
        if (other != null && !other.equals(sources())) {
            throw new MojoFailureException("two executions generate into " + output() + ", from " + other + " and from "
                    + sources() + "; give each an <outputDirectory> of its own");
        }
        project().setContextValue(key, sources());
    }

    private Resource resource() {
        Resource resource = new Resource();
        resource.setDirectory(sources().toString());
        resource.setTargetPath(ClassPath.FOLDER);
        resource.addInclude("**/*.rpcidl");
        return resource;
    }

    /** The folder with the sources. */
    abstract Path sources();

    /** The folder for the generated Java. */
    abstract Path output();

    /** The folder with classes that the sources are embedded into. */
    abstract Path embeddingClasses();

    /** Where imports are looked up. */
    abstract List<Path> imports() throws MojoExecutionException;

    /** Makes the folder with generated Java one of the project's source folders. */
    abstract void register(String generated);

    /** Makes the sources resources of the project. */
    abstract void embed(Resource resource);
}
