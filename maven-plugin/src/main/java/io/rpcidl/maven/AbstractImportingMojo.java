package io.rpcidl.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have that follow imports. */
abstract class AbstractImportingMojo extends AbstractRpcidlMojo {

    /**
     * More places in which imports are looked up: folders, and jars with sources below {@code META-INF/rpcidl/}. No code
     * is generated for what lies there. A path that several places hold has to have the same content in all of them.
     */
    @Parameter
    private List<File> importDirectories = List.of();

    /** Whether imports are also looked up in the project's dependencies, below {@code META-INF/rpcidl/}. */
    @Parameter(property = "rpcidl.importDependencies", defaultValue = "true")
    private boolean importDependencies;

    AbstractImportingMojo() {}

    /** Where imports of the main sources are looked up. */
    final List<Path> mainImports() throws MojoExecutionException {
        return imports(List.of(), importDependencies ? new ClassPath(project()).main() : List.of());
    }

    /** Where imports of the tests' sources are looked up: first in the main sources. */
    final List<Path> testImports(Path main) throws MojoExecutionException {
        List<Path> own = main.toFile().isDirectory() ? List.of(main) : List.of();
        return imports(own, importDependencies ? new ClassPath(project()).test() : List.of());
    }

    private List<Path> imports(List<Path> own, List<Path> dependencies) {
        List<Path> imports = new ArrayList<>(own);
        importDirectories.stream().map(File::toPath).forEach(imports::add);
        imports.addAll(dependencies);
        return imports;
    }
}
