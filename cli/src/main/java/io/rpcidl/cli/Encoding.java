package io.rpcidl.cli;

import io.rpcidl.json.JsonFormException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.MessageForm;
import io.rpcidl.json.UnknownMembers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One run of {@code rpcidl encode}. */
final class Encoding {

    private static final int MOST_OCTETS = JsonLimits.DEFAULTS.textLength();

    private final Arguments arguments;
    private final Session session;

    Encoding(Arguments arguments, Session session) {
        this.arguments = arguments;
        this.session = session;
    }

    int run() throws UsageException, IOException {
        if (arguments.has(EncodeCommand.BINARY)
                && !arguments.has(EncodeCommand.OUTPUT)
                && session.terminal().getAsBoolean()) {
            throw new UsageException("octets would garble the terminal; name a file with `--output`, or use a pipe");
        }
        Report report = Report.of(arguments, session);
        MessageType type;
        try {
            type = MessageType.of(arguments, session);
        } catch (MessageType.BrokenSources e) {
            return e.print(report);
        }
        try {
            UnknownMembers unknown =
                    arguments.has(EncodeCommand.SKIP_UNKNOWN) ? UnknownMembers.SKIP : UnknownMembers.REFUSE;
            MessageForm form = type.form();
            write(
                    arguments.has(EncodeCommand.CANONICAL)
                            ? form.parseCanonical(text(), unknown)
                            : form.parse(text(), unknown));
            return ExitCode.FINE;
        } catch (CharacterCodingException e) {
            return refuse("the text is not UTF-8 (W-1.4)");
        } catch (JsonFormException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private String text() throws UsageException, IOException {
        if (InputOptions.isArgument(arguments)) {
            return arguments.operand();
        }
        byte[] input = InputOptions.read(arguments, session, MOST_OCTETS);
        if (input.length > MOST_OCTETS) {
            throw new UsageException("the text has more than " + MOST_OCTETS + " bytes");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(input))
                .toString();
    }

    private void write(byte[] message) throws UsageException, IOException {
        byte[] output = arguments.has(EncodeCommand.BINARY)
                ? message
                : (HexFormat.of().formatHex(message) + "\n").getBytes(StandardCharsets.US_ASCII);
        if (arguments.has(EncodeCommand.OUTPUT)) {
            OutputFile.write(session.path(arguments.value(EncodeCommand.OUTPUT, "")), output);
        } else {
            session.out().write(output, 0, output.length);
        }
    }

    private int refuse(String message) {
        session.out().print("error: " + message + "\n");
        return ExitCode.FINDINGS;
    }
}
