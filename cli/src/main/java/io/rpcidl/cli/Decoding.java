package io.rpcidl.cli;

import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.Printing;
import io.rpcidl.json.dump.MessageDump;
import io.rpcidl.json.dump.Piece;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One run of {@code rpcidl decode}. */
final class Decoding {

    private static final int MOST_OCTETS = Limits.DEFAULTS.messageBytes();

    /** Two digits, a space, and as much again for line ends and comments. */
    private static final int MOST_CHARACTERS = 6 * MOST_OCTETS;

    private final Arguments arguments;
    private final Session session;
    private final boolean exact;
    private final Printing printing;

    Decoding(Arguments arguments, Session session) {
        this.arguments = arguments;
        this.session = session;
        exact = arguments.has(DecodeCommand.EXACT);
        printing = exact ? Printing.EXACT : Printing.FOR_PEOPLE;
    }

    int run() throws UsageException, IOException {
        Report report = Report.of(arguments, session);
        MessageType type = null;
        if (MessageOptions.namesType(arguments)) {
            try {
                type = MessageType.of(arguments, session);
            } catch (MessageType.BrokenSources e) {
                return e.print(report);
            }
        }
        byte[] message = message();
        return type != null && !arguments.has(DecodeCommand.DUMP) ? json(type, message) : dump(type, message);
    }

    private byte[] message() throws UsageException, IOException {
        if (InputOptions.isArgument(arguments)) {
            if (arguments.has(DecodeCommand.BINARY)) {
                throw new UsageException("`--binary` is about a file or standard input; an argument is hexadecimal");
            }
            byte[] text = arguments.operand().getBytes(StandardCharsets.UTF_8);
            return OctetText.read(text, "the argument (a file is named with `--input`)");
        }
        byte[] input = InputOptions.read(arguments, session, MOST_CHARACTERS);
        if (input.length > MOST_CHARACTERS) {
            throw new UsageException(
                    "the input has more than " + MOST_CHARACTERS + " bytes; a message has at most " + MOST_OCTETS);
        }
        if (arguments.has(DecodeCommand.HEX)) {
            return OctetText.read(input, "the input");
        }
        byte[] detected = arguments.has(DecodeCommand.BINARY) ? null : OctetText.detect(input);
        return detected == null ? input : detected;
    }

    private int json(MessageType type, byte[] message) {
        try {
            session.out().print(type.form().print(message, printing) + "\n");
            return ExitCode.FINE;
        } catch (JsonFormException e) {
            return refuse(e.getMessage());
        }
    }

    private int dump(@Nullable MessageType type, byte[] message) {
        MalformedDataException problem = type == null ? null : problem(type, message);
        int end = problem == null ? Integer.MAX_VALUE : problem.offset();
        try {
            MessageDump dump = type == null ? MessageDump.byKinds() : type.dump();
            dump.explain(message, printing, piece -> {
                if (piece.offset() < end) {
                    print(piece, message);
                }
            });
        } catch (MalformedDataException e) {
            // The codec of the schema knows more, and its path has the names.
            problem = problem == null ? e : problem;
        }
        return problem == null ? ExitCode.FINE : refuse(problem.getMessage());
    }

    private void print(Piece piece, byte[] message) {
        session.out().print((exact ? piece.wholeLine(message) : piece.line(message)) + "\n");
    }

    /** What the codec of the schema says about the octets; null when nothing is wrong with them. */
    private @Nullable MalformedDataException problem(MessageType type, byte[] message) {
        try {
            type.form().print(message, printing);
        } catch (JsonFormException e) {
            // A text that gets too long is no problem of the octets.
            return e.getCause() instanceof MalformedDataException malformed ? malformed : null;
        }
        return null;
    }

    private int refuse(@Nullable String message) {
        session.out().print("error: " + message + "\n");
        return ExitCode.FINDINGS;
    }
}
