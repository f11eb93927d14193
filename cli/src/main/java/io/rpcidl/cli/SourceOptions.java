package io.rpcidl.cli;

import io.rpcidl.compiler.CompileRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of every command that reads sources. */
final class SourceOptions {

    static final Option IMPORT_ROOT = Option.value(
                    "--import-root",
                    "PATH",
                    "A folder or a jar in which imports are looked up after the sources. It may be given several times.")
            .used(Option.Use.REPEATED);

    /** The sources alone, for commands that look at nothing else. */
    static final Syntax.Operands SOURCES = new Syntax.Operands(
            "SOURCE",
            "A folder in which packages start, with all .rpcidl files below it, or a single .rpcidl file.",
            List.of(),
            Syntax.Count.MANY);

    private SourceOptions() {}

    /** The syntax of a command that has these options and, before them, some of its own. */
    static Syntax with(Option... own) {
        List<Option> options = new ArrayList<>(List.of(own));
        options.add(IMPORT_ROOT);
        options.add(Report.JSON);
        options.add(ColourOption.COLOUR);
        return new Syntax(options, SOURCES);
    }

    /** The request that the arguments make; without an output folder nothing is written. */
    static CompileRequest request(Arguments arguments, Session session, @Nullable Path output) throws UsageException {
        return request(arguments.operands(), arguments, session, output);
    }

    /** The same for sources that are no operands. */
    static CompileRequest request(
            List<String> sourceArguments, Arguments arguments, Session session, @Nullable Path output)
            throws UsageException {
        SourceArguments sources = SourceArguments.of(sourceArguments, session);
        List<Path> imports = new ArrayList<>();
        for (String text : arguments.values(IMPORT_ROOT)) {
            Path root = session.path(text);
            if (!Files.isDirectory(root) && !Files.isRegularFile(root)) {
                throw new UsageException("the import root " + Words.quote(text) + " is neither a folder nor a jar");
            }
            imports.add(root);
        }
        return new CompileRequest(sources.roots(), sources.files(), imports, output);
    }
}
