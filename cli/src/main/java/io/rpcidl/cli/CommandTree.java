package io.rpcidl.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The commands as picocli knows them: it has the help, the completion scripts and the word on every mistake. */
final class CommandTree {

    private static final int WIDTH = 100;

    private CommandTree() {}

    /** The tool with all commands. */
    static CommandLine of(List<Command> commands) {
        CommandSpec tool =
                spec(CommandLineTool.NAME, List.of("Checks interface definitions and turns them into Java."));
        for (Command command : commands) {
            CommandSpec spec = spec(command.name(), command.description());
            command.syntax().options().forEach(option -> spec.addOption(spec(option)));
            spec.addPositional(spec(command.syntax().operands()));
            spec.addOption(help()).addOption(version());
            spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.explained());
            tool.addSubcommand(command.name(), spec);
        }
        tool.addOption(help()).addOption(version());
        tool.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("", "`rpcidl COMMAND --help` explains a command.");
        return new CommandLine(tool).setExpandAtFiles(false);
    }

    /** What picocli found behind a command. */
    static Arguments arguments(Syntax syntax, ParseResult parsed) {
        Arguments.Builder found = new Arguments.Builder();
        for (Option option : syntax.options()) {
            if (option.takesValue()) {
                values(option, parsed).forEach(value -> found.add(option, value));
            } else if (parsed.matchedOptionValue(option.name(), false)) {
                found.add(option, Arguments.SET);
            }
        }
        if (syntax.operands().count() == Syntax.Count.MANY) {
            List<String> operands = parsed.matchedPositionalValue(0, List.of());
            operands.forEach(found::add);
        } else {
            String operand = parsed.matchedPositionalValue(0, null);
            if (operand != null) {
                found.add(operand);
            }
        }
        return found.build();
    }

    private static List<String> values(Option option, ParseResult parsed) {
        if (option.use() == Option.Use.REPEATED) {
            return parsed.matchedOptionValue(option.name(), List.of());
        }
        String value = parsed.matchedOptionValue(option.name(), null);
        return value == null ? List.of() : List.of(value);
    }

    private static CommandSpec spec(String name, List<String> description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .descriptionHeading("%n")
                .description(description.toArray(new String[0]))
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n");
        return spec;
    }

    private static OptionSpec spec(Option option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.names().toArray(new String[0])).description(option.description());
        if (!option.takesValue()) {
            return builder.type(boolean.class).build();
        }
        if (option.use() == Option.Use.REPEATED) {
            builder.type(List.class).auxiliaryTypes(String.class);
        } else {
            builder.type(String.class);
        }
        return builder.paramLabel(option.label())
                .required(option.use() == Option.Use.REQUIRED)
                .completionCandidates(option.values().isEmpty() ? null : option.values())
                .build();
    }

    private static PositionalParamSpec spec(Syntax.Operands operands) {
        PositionalParamSpec.Builder builder = PositionalParamSpec.builder()
                .paramLabel(operands.label())
                .description(operands.description())
                .required(operands.count() != Syntax.Count.OPTIONAL)
                .completionCandidates(operands.values().isEmpty() ? null : operands.values());
        if (operands.count() == Syntax.Count.MANY) {
            return builder.type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("1..*")
                    .build();
        }
        return builder.type(String.class)
                .index("0")
                .arity(operands.count() == Syntax.Count.OPTIONAL ? "0..1" : "1")
                .build();
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this text.")
                .build();
    }

    private static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build();
    }
}
