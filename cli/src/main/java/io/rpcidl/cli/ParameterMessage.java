package io.rpcidl.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what picocli says about a wrong command line into a message that names the argument and says what to do. */
final class ParameterMessage {

    private ParameterMessage() {}

    static String of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (wrong instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return "the option " + Words.quote(option.longestName()) + " is given more than once";
        }
        ArgSpec about = wrong.getArgSpec();
        if (wrong instanceof MaxValuesExceededException && about instanceof OptionSpec option) {
            return "the option " + Words.quote(option.longestName()) + " takes no value";
        }
        String message = message(wrong);
        return message.isEmpty()
                ? "wrong use"
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String message(ParameterException wrong) {
        return Objects.requireNonNullElse(wrong.getMessage(), "");
    }

    private static String unmatched(UnmatchedArgumentException wrong) {
        String first = wrong.getUnmatched().get(0);
        boolean tool = wrong.getCommandLine().getParent() == null;
        String what = first.startsWith("-") ? "unknown option " : tool ? "unknown command " : "unexpected argument ";
        List<String> near = wrong.getSuggestions();
        String help = near.isEmpty() ? "" : "; the nearest is " + Words.quote(near.get(0));
        return what + Words.quote(first) + help;
    }

    /** picocli names the argument when one that is needed is not there at all, else the option whose value is not. */
    private static String missing(MissingParameterException wrong) {
        ArgSpec first = wrong.getMissing().get(0);
        if (first instanceof OptionSpec option) {
            String name = Words.quote(option.longestName() + "=" + option.paramLabel());
            return message(wrong).startsWith("Missing required option")
                    ? "missing " + name
                    : "the option " + name + " needs its value";
        }
        return "missing " + first.paramLabel();
    }
}
