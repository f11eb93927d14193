package io.rpcidl.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand behind a command.
 *
 * @param options in the order in which the help shows them
 * @param operands what stands there without being an option
 */
record Syntax(List<Option> options, Operands operands) {

    Syntax {
        options = List.copyOf(options);
    }

    /** How many arguments that are no options there can be. */
    enum Count {
        /** At most one. */
        OPTIONAL,
        /** Exactly one. */
        ONE,
        /** At least one. */
        MANY
    }

    /**
     * Arguments that are no options.
     *
     * @param label what one is called
     * @param description for the help
     * @param values all that it can be, or empty when it can be anything
     * @param count how many there can be
     */
    record Operands(String label, String description, List<String> values, Count count) {
        Operands {
            values = List.copyOf(values);
        }
    }

    /** The option with this name, or null. */
    @Nullable
    Option option(String name) {
        for (Option option : options) {
            if (option.names().contains(name)) {
                return option;
            }
        }
        return null;
    }
}
