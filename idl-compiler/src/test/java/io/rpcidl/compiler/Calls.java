package io.rpcidl.compiler;

import io.rpcidl.compiler.compat.Baseline;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.diagnostic.Severity;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.compiler.lint.LintConfiguration;
import io.rpcidl.schema.compat.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the compiler is asked to do with a folder of sources. A case of the corpus of diagnostics is a folder; the word in
 * its file {@code call} is a name of this list, and without such a file it is {@code check}. Whoever adds a new way to get
 * diagnostics adds one entry to {@link #ALL}, and to {@link #usual} the hundreds of its codes, so that the examples on
 * their pages are put to the same test.
 */
final class Calls {

    /** One call of the facade. */
    interface Call {

        /**
         * Makes the call.
         *
         * @param sources the folder of the case, which is only read
         * @param temporary an empty folder for whatever has to be written
         */
        List<Diagnostic> make(Path sources, Path temporary) throws IOException;
    }

    /** All of them by name. */
    static final Map<String, Call> ALL = new TreeMap<>(Map.of(
            "check", Calls::check,
            "compat", Calls::compat,
            "format", Calls::format,
            "java", Calls::java,
            "lint", Calls::lint));

    /** The rules of lint that only a configuration puts on. */
    private static final Map<Code, String> OFF_BY_DEFAULT = Map.of(
            Code.LINT_DOCUMENTED_MEMBER, "documented-member",
            Code.LINT_MAX_LENGTH, "max-length",
            Code.LINT_NUMBER_GAP, "number-gap");

    static {
        ALL.putAll(Situations.ALL);
    }

    private Calls() {}

    /** The call that reports a code for sources alone. */
    static Call usual(Code code) {
        return switch (code.id().substring(0, 5)) {
            case "RPC10" -> (sources, temporary) -> lintFor(code, sources, temporary);
            case "RPC11" ->
                (sources, temporary) -> compat(sources, level(code)).stream()
                        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                        .toList();
            case "RPC13" -> Calls::format;
            default -> Calls::java;
        };
    }

    private static List<Diagnostic> check(Path sources, Path temporary) {
        return new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(sources))
                .diagnostics();
    }

    /** The sources below {@code new} with those below {@code old}. */
    private static List<Diagnostic> compat(Path sources, Path temporary) {
        return compat(sources, Level.WIRE);
    }

    private static List<Diagnostic> compat(Path sources, Level failing) {
        CompileRequest request = CompileRequest.check(sources.resolve("new"));
        Baseline baseline = Baseline.ofDirectory(sources.resolve("old"));
        return new RpcidlCompiler(List.of()).compat(request, baseline, failing).diagnostics();
    }

    private static Level level(Code code) {
        return switch (code) {
            case SEMANTIC_CHANGE -> Level.SEMANTIC;
            case SOURCE_CHANGE -> Level.SOURCE;
            case DOC_CHANGE -> Level.DOC;
            default -> Level.WIRE;
        };
    }

    private static List<Diagnostic> format(Path sources, Path temporary) {
        return new RpcidlCompiler(List.of())
                .formatCheck(CompileRequest.check(sources))
                .diagnostics();
    }

    private static List<Diagnostic> java(Path sources, Path temporary) {
        return new RpcidlCompiler(List.of(new JavaBackend()))
                .compile(CompileRequest.check(sources))
                .diagnostics();
    }

    /** With the configuration that lies beside the sources, if there is one. */
    private static List<Diagnostic> lint(Path sources, Path temporary) {
        Path file = sources.resolve(LintConfiguration.FILE_NAME);
        Diagnostics diagnostics = new Diagnostics();
        LintConfiguration configuration =
                Files.exists(file) ? LintConfiguration.read(file, diagnostics) : LintConfiguration.DEFAULT;
        if (!diagnostics.hasErrors()) {
            return lint(sources, configuration);
        }
        return diagnostics.sorted();
    }

    private static List<Diagnostic> lintFor(Code code, Path sources, Path temporary) throws IOException {
        String rule = OFF_BY_DEFAULT.get(code);
        if (rule == null) {
            return lint(sources, LintConfiguration.DEFAULT);
        }
        Path file = Files.writeString(temporary.resolve(LintConfiguration.FILE_NAME), rule + " = on\n");
        return lint(sources, LintConfiguration.read(file, new Diagnostics()));
    }

    private static List<Diagnostic> lint(Path sources, LintConfiguration configuration) {
        return new RpcidlCompiler(List.of())
                .lint(CompileRequest.check(sources), configuration)
                .diagnostics();
    }
}
