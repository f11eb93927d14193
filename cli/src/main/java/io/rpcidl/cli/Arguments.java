package io.rpcidl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind a command on one command line.
 *
 * @param options by the long name, with all values that were given; a flag has the value {@code true}
 * @param operands the others, in their order
 */
record Arguments(Map<String, List<String>> options, List<String> operands) {

    static final String SET = "true";

    Arguments {
        Map<String, List<String>> copies = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            copies.put(option.getKey(), List.copyOf(option.getValue()));
        }
        options = copies;
        operands = List.copyOf(operands);
    }

    /** Whether the option stands there. */
    boolean has(Option option) {
        return options.containsKey(option.name());
    }

    /** The value of the option, or another one when it is not there. */
    String value(Option option, String otherwise) {
        List<String> values = options.get(option.name());
        return values == null ? otherwise : values.get(values.size() - 1);
    }

    /** All values of the option. */
    List<String> values(Option option) {
        return options.getOrDefault(option.name(), List.of());
    }

    /** The only operand. */
    String operand() {
        return operands.get(0);
    }

    /** Collects arguments. */
    static final class Builder {
        private final Map<String, List<String>> options = new LinkedHashMap<>();
        private final List<String> operands = new ArrayList<>();

        void add(Option option, String value) {
            List<String> values = options.get(option.name());
            if (values == null) {
                values = new ArrayList<>();
                options.put(option.name(), values);
            }
            values.add(value);
        }

        void add(String operand) {
            operands.add(operand);
        }

        boolean has(Option option) {
            return options.containsKey(option.name());
        }

        int operandCount() {
            return operands.size();
        }

        Arguments build() {
            return new Arguments(options, operands);
        }
    }
}
