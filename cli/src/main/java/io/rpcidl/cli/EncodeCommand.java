package io.rpcidl.cli;

import java.io.IOException;
import java.util.List;

/** {@code rpcidl encode}: the octets of a message that is written as JSON. */
final class EncodeCommand implements Command {

    static final Option BINARY = Option.flag("--binary", "Write the octets themselves instead of hexadecimal digits.");

    static final Option CANONICAL = Option.flag(
            "--canonical",
            "Write the canonical form, in which equal values have equal octets, to be hashed or signed.");

    static final Option OUTPUT = Option.value("--output", "FILE", "Write to a file instead of standard output.")
            .orShort("-o");

    static final Option SKIP_UNKNOWN =
            Option.flag("--skip-unknown", "Skip members that the schema does not know instead of refusing them.");

    private static final Syntax.Operands VALUE = new Syntax.Operands(
            "JSON",
            "The value as JSON. Without it and without --input it is read from standard input.",
            List.of(),
            Syntax.Count.OPTIONAL);

    @Override
    public String name() {
        return "encode";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Print the octets of a message that is written as JSON, in hexadecimal.",
                "It needs --type or --method, and --source. Fields with a default may be left out.");
    }

    @Override
    public Syntax syntax() {
        return MessageOptions.with(VALUE, InputOptions.INPUT, CANONICAL, BINARY, OUTPUT, SKIP_UNKNOWN);
    }

    /** What does the work is a class of its own: its dependencies must not be loaded for the list of commands. */
    @Override
    public int run(Arguments arguments, Session session) throws UsageException, IOException {
        if (!MessageOptions.namesType(arguments)) {
            throw new UsageException("JSON alone does not say its type; add `--type` or `--method`, and `--source`");
        }
        return new Encoding(arguments, session).run();
    }
}
