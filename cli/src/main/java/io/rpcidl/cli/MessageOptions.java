package io.rpcidl.cli;

import java.util.ArrayList;
import java.util.List;

/** The arguments of commands that work on the octets of one message, and their sources. */
final class MessageOptions {

    static final Option TYPE = Option.value(
                    "--type",
                    "TYPE",
                    "The type of the value, with every name in full: a struct, a union or an error, or a type such as"
                            + " `map<string,shop.v1.Order>`.")
            .orShort("-t");

    static final Option METHOD = Option.value(
                    "--method",
                    "METHOD",
                    "Instead of a type: the method whose parameters the value is, such as `shop.v1.Orders.place`.")
            .orShort("-m");

    static final Option RESULT = Option.flag("--result", "The value is the result of the method, not its parameters.");

    static final Option SOURCE = Option.value(
                    "--source",
                    "PATH",
                    "A folder in which packages start, or a single .rpcidl file, that defines the type. It may be given"
                            + " several times.")
            .orShort("-s")
            .used(Option.Use.REPEATED);

    private MessageOptions() {}

    /** The syntax of a command with these options and, between them, some of its own. */
    static Syntax with(Syntax.Operands operands, Option... own) {
        List<Option> options = new ArrayList<>(List.of(TYPE, METHOD, RESULT, SOURCE));
        options.addAll(List.of(own));
        options.add(SourceOptions.IMPORT_ROOT);
        options.add(ColourOption.COLOUR);
        return new Syntax(options, operands);
    }

    /** Whether the arguments name a type at all, after a check of what excludes or needs what. */
    static boolean namesType(Arguments arguments) throws UsageException {
        if (arguments.has(TYPE) && arguments.has(METHOD)) {
            throw new UsageException("`--type` and `--method` exclude each other");
        }
        if (arguments.has(RESULT) && !arguments.has(METHOD)) {
            throw new UsageException("`--result` needs `--method`");
        }
        boolean named = arguments.has(TYPE) || arguments.has(METHOD);
        if (named && !arguments.has(SOURCE)) {
            throw new UsageException("`" + (arguments.has(TYPE) ? "--type" : "--method")
                    + "` needs the sources that define it; name them with `--source`");
        }
        if (!named && (arguments.has(SOURCE) || arguments.has(SourceOptions.IMPORT_ROOT))) {
            throw new UsageException("sources alone do not say what the value is; add `--type` or `--method`");
        }
        return named;
    }
}
