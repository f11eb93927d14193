package io.rpcidl.compiler;

import io.rpcidl.compiler.Calls.Call;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.Backend;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.resolve.SourceLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What no folder of a repository can hold: sources that are too large, links, jars, several roots, output folders. */
final class Situations {

    private static final int MEBIBYTE = 1 << 20;

    /** Each is the whole of a case; its folder holds only its name and what is expected. */
    static final Map<String, Call> ALL = Map.ofEntries(
            Map.entry("a source that is a link to nowhere", Situations::linkToNowhere),
            Map.entry("a source of more than a mebibyte", Situations::tooLarge),
            Map.entry("a source of too many words", Situations::tooManyWords),
            Map.entry("roots that are missing", Situations::missingRoots),
            Map.entry("a path in two source roots", Situations::twoSourceRoots),
            Map.entry("more sources than allowed", Situations::tooManySources),
            Map.entry("a file that is no jar", Situations::noJar),
            Map.entry("a jar that leads elsewhere", Situations::dishonestJar),
            Map.entry("a copy that differs", Situations::differentCopies),
            Map.entry("an output folder that is a file", Situations::outputIsAFile),
            Map.entry("an output folder with a link", Situations::outputHasALink),
            Map.entry("a generator that repeats itself", Situations::outputClash),
            Map.entry("a fix for a source behind a link", Situations::fixBehindALink),
            Map.entry("a lock file that can't be written", Situations::lockIsAFolder));

    private Situations() {}

    private static List<Diagnostic> linkToNowhere(Path sources, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("p"));
        Files.createSymbolicLink(folder.resolve("p/a.rpcidl"), folder.resolve("nowhere"));
        return new Sources(folder).compile().diagnostics();
    }

    private static List<Diagnostic> tooLarge(Path sources, Path folder) {
        String text = Sources.HEAD + "//" + "x".repeat(MEBIBYTE);
        return new Sources(folder).withBytes("p/a.rpcidl", utf8(text)).compile().diagnostics();
    }

    private static List<Diagnostic> tooManyWords(Path sources, Path folder) {
        return new Sources(folder).with("a", "//\n".repeat(200_000)).compile().diagnostics();
    }

    private static List<Diagnostic> missingRoots(Path sources, Path folder) {
        Path missing = folder.resolve("missing");
        return compile(new CompileRequest(List.of(missing), List.of(folder.resolve("gone")), null));
    }

    private static List<Diagnostic> twoSourceRoots(Path sources, Path folder) {
        new Sources(folder.resolve("one")).with("a", "struct A {}");
        new Sources(folder.resolve("two")).with("a", "struct B {}");
        return compile(new CompileRequest(List.of(folder.resolve("one"), folder.resolve("two")), List.of(), null));
    }

    private static List<Diagnostic> tooManySources(Path sources, Path folder) {
        new Sources(folder).with("a", "").with("b", "").with("c", "").with("d", "");
        Diagnostics diagnostics = new Diagnostics();
        new SourceLoader(List.of(folder), List.of(), List.of(), diagnostics, 2).load();
        return diagnostics.sorted();
    }

    private static List<Diagnostic> noJar(Path sources, Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("library.jar"), "PK or not");
        return compile(new CompileRequest(List.of(source(folder)), List.of(jar), null));
    }

    private static List<Diagnostic> dishonestJar(Path sources, Path folder) {
        Path jar = new Jars().source("../../q.rpcidl", "").write(folder.resolve("library.jar"));
        return compile(new CompileRequest(List.of(source(folder)), List.of(jar), null));
    }

    private static List<Diagnostic> differentCopies(Path sources, Path folder) {
        new Sources(folder.resolve("one")).withBytes("q/q.rpcidl", utf8("rpcidl 1;\npackage q;\nstruct Q {}\n"));
        new Sources(folder.resolve("two")).withBytes("q/q.rpcidl", utf8("rpcidl 1;\npackage q;\nstruct R {}\n"));
        Path root = folder.resolve("in");
        new Sources(root).with("a", "import \"q/q.rpcidl\" as q;\nstruct A { 1: q.Q q; }");
        return compile(new CompileRequest(List.of(root), List.of(folder.resolve("one"), folder.resolve("two")), null));
    }

    private static List<Diagnostic> outputIsAFile(Path sources, Path folder) throws IOException {
        Path output = Files.writeString(folder.resolve("out"), "a file");
        return compile(new CompileRequest(List.of(source(folder)), List.of(), output));
    }

    private static List<Diagnostic> outputHasALink(Path sources, Path folder) throws IOException {
        Path output = Files.createDirectories(folder.resolve("out"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(output.resolve("p"), elsewhere);
        return compile(new CompileRequest(List.of(source(folder)), List.of(), output));
    }

    private static List<Diagnostic> outputClash(Path sources, Path folder) {
        Backend twice = new Backend() {
            @Override
            public void check(Schema schema, Diagnostics diagnostics) {}

            @Override
            public List<GeneratedFile> generate(Schema schema) {
                return List.of(new GeneratedFile("A.java", "one"), new GeneratedFile("A.java", "two"));
            }
        };
        CompileRequest request = new CompileRequest(List.of(source(folder)), List.of(), folder.resolve("out"));
        return new RpcidlCompiler(List.of(twice)).compile(request).diagnostics();
    }

    private static List<Diagnostic> fixBehindALink(Path sources, Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("in/p")).getParent();
        Path real = Files.writeString(root.resolve("real.txt"), Sources.HEAD + "struct A { 1: u8 x }\n");
        Files.createSymbolicLink(root.resolve("p/a.rpcidl"), real);
        return new RpcidlCompiler(List.of()).fix(CompileRequest.check(root)).diagnostics();
    }

    private static List<Diagnostic> lockIsAFolder(Path sources, Path folder) throws IOException {
        Path root = source(folder);
        Files.createDirectories(root.resolve("p/a.rpcidl.lock/in-the-way"));
        return new RpcidlCompiler(List.of()).lock(CompileRequest.check(root)).diagnostics();
    }

    /** A root with one good source. */
    private static Path source(Path folder) {
        Path root = folder.resolve("in");
        new Sources(root).with("a", "struct A { 1: u8 x; }");
        return root;
    }

    private static List<Diagnostic> compile(CompileRequest request) {
        return new RpcidlCompiler(List.of(new JavaBackend())).compile(request).diagnostics();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
