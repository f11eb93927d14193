package io.rpcidl.cli;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names the long one first, then a short one if there is one
 * @param label what its value is called, or empty when it takes none
 * @param description for the help
 * @param values all that it takes, or empty when it takes anything
 * @param use how often it may stand
 */
record Option(List<String> names, String label, String description, List<String> values, Use use) {

    /** How often an option may stand. */
    enum Use {
        /** Once or not at all. */
        ONCE,
        /** Once. */
        REQUIRED,
        /** As often as one likes. */
        REPEATED
    }

    Option {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    /** An option without a value. */
    static Option flag(String name, String description) {
        return new Option(List.of(name), "", description, List.of(), Use.ONCE);
    }

    /** An option with a value, which may stand once. */
    static Option value(String name, String label, String description) {
        return new Option(List.of(name), label, description, List.of(), Use.ONCE);
    }

    /** The same with a short name beside the long one. */
    Option orShort(String shortName) {
        return new Option(List.of(names.get(0), shortName), label, description, values, use);
    }

    /** The same with all values that it takes. */
    Option oneOf(List<String> all) {
        return new Option(names, label, description, all, use);
    }

    /** The same, to be used in another way. */
    Option used(Use other) {
        return new Option(names, label, description, values, other);
    }

    /** The long name. */
    String name() {
        return names.get(0);
    }

    /** Whether it is followed by a value. */
    boolean takesValue() {
        return !label.isEmpty();
    }
}
