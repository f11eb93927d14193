package io.rpcidl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command takes the one value from that it works on: its argument, a file, or standard input. */
final class InputOptions {

    static final Option INPUT =
            Option.value("--input", "FILE", "The file that holds the value.").orShort("-i");

    private InputOptions() {}

    /**
     * The octets of the file, or of standard input when there is no such option.
     *
     * @param most how many octets there may be; one more is read, so that the caller can tell
     * @throws UsageException when the option names no file
     */
    static byte[] read(Arguments arguments, Session session, int most) throws UsageException, IOException {
        if (!arguments.has(INPUT)) {
            return session.in().readNBytes(most + 1);
        }
        String name = arguments.value(INPUT, "");
        Path file = session.path(name);
        if (Files.isDirectory(file)) {
            throw new UsageException("the input " + Words.quote(name) + " is a folder; name a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    /** Whether the value is the argument itself. */
    static boolean isArgument(Arguments arguments) throws UsageException {
        boolean argument = !arguments.operands().isEmpty();
        if (argument && arguments.has(INPUT)) {
            throw new UsageException("`--input` takes the place of the argument; give one of them");
        }
        return argument;
    }
}
