package io.rpcidl.cli;

import java.io.IOException;

/** Finds the command in the arguments, runs it, and says why it can't when it can't. */
final class CommandLineTool {

    static final String NAME = "rpcidl";

    private final Session session;

    CommandLineTool(Session session) {
        this.session = session;
    }

    /** Runs one command and returns its exit code; it throws nothing whatever the arguments are. */
    int run(String[] line) {
        try {
            Command command = line.length == 0 ? null : Commands.named(line[0]);
            if (command == null) {
                return new PicocliParser(session).run(line, null);
            }
            Arguments plain = new PlainParser(command.syntax()).parse(line);
            return plain == null ? new PicocliParser(session).run(line, command) : command.run(plain, session);
        } catch (UsageException e) {
            return trouble(e.getMessage());
        } catch (IOException e) {
            return trouble(FileTrouble.message(e));
        }
    }

    private int trouble(String message) {
        session.err().print(NAME + ": " + message + "\n");
        return ExitCode.TROUBLE;
    }
}
