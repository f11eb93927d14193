package io.rpcidl.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Understands every command line: gives help, runs what is right, and names what is wrong. */
final class PicocliParser {

    private final Session session;

    PicocliParser(Session session) {
        this.session = session;
    }

    /** Runs the command that the line starts with, if it starts with one. */
    int run(String[] line, @Nullable Command command) throws UsageException, IOException {
        ParseResult called;
        try {
            ParseResult tool = CommandTree.of(Commands.all()).parseArgs(line);
            called = tool.hasSubcommand() ? tool.subcommand() : tool;
        } catch (ParameterException e) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            throw new UsageException(ParameterMessage.of(e) + ", see `" + name + " --help`");
        }
        CommandLine about = called.commandSpec().commandLine();
        if (called.isUsageHelpRequested()) {
            session.out().print(Words.lines(about.getUsageMessage(Ansi.OFF)));
            return ExitCode.FINE;
        }
        if (called.isVersionHelpRequested()) {
            session.out().print(CommandLineTool.NAME + " " + Version.read() + "\n");
            return ExitCode.FINE;
        }
        if (command == null) {
            session.err().print(Words.lines(about.getUsageMessage(Ansi.OFF)));
            return ExitCode.TROUBLE;
        }
        return command.run(CommandTree.arguments(command.syntax(), called), session);
    }
}
