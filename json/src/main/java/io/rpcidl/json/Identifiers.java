package io.rpcidl.json;

import io.rpcidl.schema.InvalidDescriptorException;
import java.util.regex.Pattern;

/** Names of a descriptor, which become names of members and parts of messages. */
final class Identifiers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");

    private Identifiers() {}

    /**
     * The name itself.
     *
     * @throws InvalidDescriptorException if it is none of the language; the message does not repeat it
     */
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidDescriptorException("a name is not made of at most 128 letters, digits and _");
        }
        return name;
    }

    /** The same for the name of a package, with dots between its parts. */
    static String checkedPackage(String name) {
        for (String part : name.split("\\.", -1)) {
            checked(part);
        }
        return name;
    }
}
