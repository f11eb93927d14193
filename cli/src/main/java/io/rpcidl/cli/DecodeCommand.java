package io.rpcidl.cli;

import java.io.IOException;
import java.util.List;

/** {@code rpcidl decode}: what the octets of a message say. */
final class DecodeCommand implements Command {

    static final Option DUMP = Option.flag(
            "--dump",
            "Print a line for each piece of the message instead of JSON. Without a type it is printed anyway.");

    static final Option EXACT = Option.flag(
            "--exact", "Print also what the schema calls sensitive and what it does not know, and every octet.");

    static final Option HEX = Option.flag(
            "--hex", "The input is hexadecimal; white space and comments from `#` to the end of a line are skipped.");

    static final Option BINARY =
            Option.flag("--binary", "The input is the octets themselves, even if it looks hexadecimal.");

    private static final Syntax.Operands VALUE = new Syntax.Operands(
            "HEX",
            "The octets in hexadecimal. Without it and without --input they are read from standard input.",
            List.of(),
            Syntax.Count.OPTIONAL);

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Print the octets of a message as JSON, or piece by piece.",
                "Without a type the message is read by its kinds alone, and everything in it is shown, secrets too.");
    }

    @Override
    public Syntax syntax() {
        return MessageOptions.with(VALUE, InputOptions.INPUT, HEX, BINARY, DUMP, EXACT);
    }

    /** What does the work is a class of its own: its dependencies must not be loaded for the list of commands. */
    @Override
    public int run(Arguments arguments, Session session) throws UsageException, IOException {
        if (arguments.has(HEX) && arguments.has(BINARY)) {
            throw new UsageException("`--hex` and `--binary` exclude each other");
        }
        return new Decoding(arguments, session).run();
    }
}
