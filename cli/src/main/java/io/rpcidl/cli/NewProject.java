package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a new project. */
final class NewProject {

    private static final String SOURCES = "src/main/rpcidl/";
    private static final String INTERFACE = "greeter.rpcidl";

    private final ProjectNames names;
    private final Map<String, String> files = new TreeMap<>();

    NewProject(ProjectNames names) throws IOException {
        this.names = names;
        String folder = names.packageName().replace('.', '/') + "/";
        add("pom.xml", "pom.xml");
        add("README.md", "README.md");
        add("gitignore", ".gitignore");
        add(INTERFACE, SOURCES + folder + INTERFACE);
        add("PoliteGreeter.java", "src/main/java/" + folder + "server/PoliteGreeter.java");
        add("PoliteGreeterTest.java", "src/test/java/" + folder + "server/PoliteGreeterTest.java");
    }

    private void add(String template, String path) throws IOException {
        String text = Resource.text("init/" + template)
                .replace("{{name}}", names.project())
                .replace("{{package}}", names.packageName())
                .replace("{{folder}}", names.packageName().replace('.', '/'))
                .replace("{{version}}", Version.read());
        files.put(path, text);
    }

    /** Lets the compiler say whether the chosen package can be one, before anything is written. */
    void check() throws UsageException, IOException {
        Path root = Files.createTempDirectory("rpcidl-init");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (file.getKey().startsWith(SOURCES)) {
                    write(root.resolve(file.getKey()), file.getValue());
                }
            }
            CompileResult result =
                    new RpcidlCompiler(List.of(new JavaBackend())).compile(CompileRequest.check(root.resolve(SOURCES)));
            for (Diagnostic diagnostic : result.diagnostics()) {
                throw new UsageException(diagnostic.message() + "; give another package with `--package`");
            }
        } finally {
            delete(root);
        }
    }

    /** Writes all files below the folder, or none when one of them exists; returns their paths below it, sorted. */
    List<String> write(Path root) throws UsageException, IOException {
        for (String path : files.keySet()) {
            if (Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(Words.quote(path) + " exists already in " + Words.quote(root.toString())
                        + "; nothing was written, choose another folder");
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(root.resolve(file.getKey()), file.getValue());
        }
        return new ArrayList<>(files.keySet());
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
