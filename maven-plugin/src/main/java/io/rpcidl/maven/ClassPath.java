package io.rpcidl.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The dependencies of a project as roots for imports. A dependency is a jar, or in the same build the folder with its
 * classes.
 */
final class ClassPath {

    /** Where a jar, or a folder with classes, holds the files that others may import. */
    static final String FOLDER = "META-INF/rpcidl";

    private final MavenProject project;

    ClassPath(MavenProject project) {
        this.project = project;
    }

    /** What the project's main code is compiled against. */
    List<Path> main() throws MojoExecutionException {
        try {
            return roots(project.getCompileClasspathElements());
        } catch (DependencyResolutionRequiredException e) {
            throw unresolved(e);
        }
    }

    /** What the project's tests are compiled against. */
    List<Path> test() throws MojoExecutionException {
        try {
            return roots(project.getTestClasspathElements());
        } catch (DependencyResolutionRequiredException e) {
            throw unresolved(e);
        }
    }

    /** Without the project's own output, which may hold what an earlier build has left. */
    private List<Path> roots(List<String> elements) {
        Set<Path> own = Set.of(
                Path.of(project.getBuild().getOutputDirectory()),
                Path.of(project.getBuild().getTestOutputDirectory()));
        return elements.stream()
                .map(Path::of)
                .filter(element -> !own.contains(element))
                .flatMap(ClassPath::root)
                .toList();
    }

    private static Stream<Path> root(Path element) {
        if (Files.isRegularFile(element)) {
            return Stream.of(element);
        }
        return Stream.of(element.resolve(FOLDER)).filter(Files::isDirectory);
    }

    private static MojoExecutionException unresolved(DependencyResolutionRequiredException e) {
        String help = "; build it first, or run a lifecycle phase that does (mvn compile, not mvn rpcidl:generate)";
        return new MojoExecutionException("a dependency is not there yet: " + e.getMessage() + help, e);
    }
}
