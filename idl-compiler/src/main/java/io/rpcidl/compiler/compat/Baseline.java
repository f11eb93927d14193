package io.rpcidl.compiler.compat;

import java.nio.file.Path;

/** What sources are compared with: an older state of them. It is opened for one comparison and keeps nothing open between. */
public abstract sealed class Baseline permits DirectoryBaseline, JarBaseline, GitBaseline, LockBaseline {

    private final Path location;

    Baseline(Path location) {
        this.location = location;
    }

    /** The sources below a folder. */
    public static Baseline ofDirectory(Path folder) {
        return new DirectoryBaseline(folder);
    }

    /** The sources in a jar, below {@code META-INF/rpcidl/}. */
    public static Baseline ofJar(Path jar) {
        return new JarBaseline(jar);
    }

    /**
     * The lock files below a folder, all of whose rules but those of level {@code DOC} they suffice for.
     *
     * @param folder most often the source root itself
     */
    public static Baseline ofLock(Path folder) {
        return new LockBaseline(folder);
    }

    /**
     * The sources below a folder of a git repository as they were at a revision. Runs the program {@code git}, which has to
     * be installed; nothing is fetched, checked out or changed, and nobody is asked for anything.
     *
     * @param folder a source root inside the working tree, or the working tree itself
     * @param revision a branch, a tag, a commit, or what git can find from one: {@code origin/main}, {@code HEAD~3}
     */
    public static Baseline ofGitRevision(Path folder, String revision) {
        return new GitBaseline(folder, revision);
    }

    /** What messages call it: {@code the revision `main`}. */
    public abstract String name();

    /** The folder or the jar that was named. */
    public final Path location() {
        return location;
    }

    /**
     * Makes the sources readable.
     *
     * @throws BaselineException if there are none to be read
     */
    public abstract BaselineSources open() throws BaselineException;
}
