package io.rpcidl.cli;

import java.util.List;
import picocli.AutoComplete;

/** {@code rpcidl completion}: a script that teaches a shell to complete commands and options. */
final class CompletionCommand implements Command {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Print a script with which bash or zsh completes commands and options.",
                "`source <(rpcidl completion bash)` in ~/.bashrc, or `source <(rpcidl completion zsh)` in ~/.zshrc.");
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), new Syntax.Operands("SHELL", "bash or zsh.", SHELLS, Syntax.Count.ONE));
    }

    @Override
    public int run(Arguments arguments, Session session) throws UsageException {
        String shell = arguments.operand();
        if (!SHELLS.contains(shell)) {
            throw new UsageException("there is no completion for the shell " + Words.quote(shell)
                    + "; there is one for bash and for zsh");
        }
        session.out().print(Words.lines(AutoComplete.bash(CommandLineTool.NAME, CommandTree.of(Commands.all()))));
        return ExitCode.FINE;
    }
}
