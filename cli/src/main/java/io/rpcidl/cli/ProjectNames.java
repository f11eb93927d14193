package io.rpcidl.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new project is called.
 *
 * @param project the name of the project and of what it builds
 * @param packageName of the service, the same in rpcidl and in Java
 */
record ProjectNames(String project, String packageName) {

    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final int MAX_LENGTH = 60;

    /** The names that the user gave, or those that follow from the folder. */
    static ProjectNames of(Path folder, String project, String packageName) throws UsageException {
        String name = project.isEmpty() ? nameOf(folder) : project;
        if (!PROJECT.matcher(name).matches() || name.length() > MAX_LENGTH) {
            String whose = project.isEmpty() ? "the folder's name " : "the name ";
            throw new UsageException(whose + Words.quote(name) + " can't name a project; give `--name` with lower case"
                    + " letters, digits and `-`, at most " + MAX_LENGTH);
        }
        String chosen = packageName.isEmpty() ? name.replace('-', '_') + ".v1" : packageName;
        // another package is mapped to Java by rules that a first project should not need
        if (!SourceVersion.isName(chosen)) {
            throw new UsageException("the package " + Words.quote(chosen) + " is no package in Java, or has one of"
                    + " Java's own words in it; give another one with `--package`");
        }
        return new ProjectNames(name, chosen);
    }

    private static String nameOf(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    }
}
