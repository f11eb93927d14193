package io.rpcidl.compiler.lock;

import java.util.Comparator;

/**
 * What a line of a lock file is about; lines are sorted by it, and no two lines have the same.
 *
 * @param definition the name of the definition without its package
 * @param role what of it
 * @param number of the member, or the first of a reserved range; -1 for what has none
 * @param part which part of a method
 * @param partNumber of the parameter or error, or the last of a reserved range; -1 for what has none
 * @param name a reserved name, else empty
 */
record LockKey(String definition, Role role, int number, Part part, int partNumber, String name)
        implements Comparable<LockKey> {

    private static final Comparator<LockKey> ORDER = Comparator.comparing(LockKey::definition)
            .thenComparing(LockKey::role)
            .thenComparingInt(LockKey::number)
            .thenComparing(LockKey::part)
            .thenComparingInt(LockKey::partNumber)
            .thenComparing(LockKey::name);

    enum Role {
        DEFINITION,
        MEMBER,
        RESERVED_NUMBERS,
        RESERVED_NAME
    }

    /** Of what a method has; {@code WHOLE} for everything else. */
    enum Part {
        WHOLE,
        PARAMETER,
        STREAM,
        THROWS
    }

    static LockKey head(String name) {
        return new LockKey(name, Role.DEFINITION, -1, Part.WHOLE, -1, "");
    }

    static LockKey member(String definition, int number) {
        return new LockKey(definition, Role.MEMBER, number, Part.WHOLE, -1, "");
    }

    static LockKey reserved(String definition, int first, int last) {
        return new LockKey(definition, Role.RESERVED_NUMBERS, first, Part.WHOLE, last, "");
    }

    static LockKey reserved(String definition, String name) {
        return new LockKey(definition, Role.RESERVED_NAME, -1, Part.WHOLE, -1, name);
    }

    LockKey part(Part which, int itsNumber) {
        return new LockKey(definition, role, number, which, itsNumber, "");
    }

    /** What a part belongs to: its method. */
    LockKey method() {
        return member(definition, number);
    }

    /** As the line begins, behind the word of the definition. */
    String text() {
        return definition
                + switch (role) {
                    case DEFINITION -> "";
                    case MEMBER -> " " + number + partText();
                    case RESERVED_NUMBERS ->
                        " reserved " + (number == partNumber ? "" + number : number + ".." + partNumber);
                    case RESERVED_NAME -> " reserved \"" + name + "\"";
                };
    }

    private String partText() {
        return switch (part) {
            case WHOLE -> "";
            case PARAMETER -> " parameter " + partNumber;
            case STREAM -> " stream";
            case THROWS -> " throws " + partNumber;
        };
    }

    @Override
    public int compareTo(LockKey other) {
        return ORDER.compare(this, other);
    }
}
