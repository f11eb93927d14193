package io.rpcidl.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands, in the order in which the help shows them. */
final class Commands {

    private Commands() {}

    static List<Command> all() {
        return List.of(
                new CheckCommand(),
                new GenerateCommand(),
                new FormatCommand(),
                new LintCommand(),
                new CompatCommand(),
                new LockCommand(),
                new DescribeCommand(),
                new DecodeCommand(),
                new EncodeCommand(),
                new InitCommand(),
                new CompletionCommand());
    }

    static @Nullable Command named(String name) {
        for (Command command : all()) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }
}
