package io.rpcidl.compiler;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
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
    static final Map<String, Call> ALL =
            new TreeMap<>(Map.of("check", Calls::check, "java", Calls::java, "format", Calls::format));

    static {
        ALL.putAll(Situations.ALL);
    }

    private Calls() {}

    /** The call that reports a code for sources alone. */
    static Call usual(Code code) {
        return switch (code.id().substring(0, 5)) {
            case "RPC13" -> Calls::format;
            default -> Calls::java;
        };
    }

    private static List<Diagnostic> check(Path sources, Path temporary) {
        return new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(sources))
                .diagnostics();
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
}
