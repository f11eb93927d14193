package io.rpcidl.wire;

/** The clauses of wire-spec.md about values that octets can violate; an error names the one that it is about. */
public final class Clause {

    /** A varint is at its shortest and has at most 32 bits. */
    public static final String VARINT = "W-1.3";

    /** Text is UTF-8. */
    public static final String TEXT = "W-1.4";

    /** A length is not more than what is left. */
    public static final String LENGTH = "W-1.6";

    /** There is no kind 0. */
    public static final String KIND = "W-2.1";

    /** A bool is 0 or 1. */
    public static final String BOOL = "W-2.3";

    /** Seconds and nanoseconds have their ranges. */
    public static final String TIME = "W-2.6";

    /** A closed enum has the number. */
    public static final String ENUM = "W-2.8";

    /** Scale and digits of a decimal have their ranges and their shortest form. */
    public static final String DECIMAL = "W-2.11";

    /** Distances have their shortest form, and numbers are at most 65,535. */
    public static final String ENTRY = "W-3.3";

    /** A shape ends where its last entry ends, and no entry has kind 0. */
    public static final String SHAPE = "W-3.4";

    /** Values end where what holds them ends. */
    public static final String STRUCT = "W-3.5";

    /** A known field has the kind of the schema. */
    public static final String FIELD_KIND = "W-3.8";

    /** A required field is there. */
    public static final String REQUIRED_FIELD = "W-3.9";

    /** A union has exactly one variant. */
    public static final String UNION = "W-3.10";

    /** The octet of a list's elements has no other flag than uniform. */
    public static final String LIST = "W-3.13";

    /** A uniform list has structs, an element and a shape. */
    public static final String UNIFORM_LIST = "W-3.14";

    /** Elements have the kind of the schema, and so many can be there. */
    public static final String ELEMENTS = "W-3.17";

    /** A set has no element twice. */
    public static final String SET = "W-3.18";

    /** A map has no key twice, and its keys are of a kind that keys may have. */
    public static final String MAP = "W-3.19";

    /** Values nest at most so deep. */
    public static final String DEPTH = "W-3.22";

    /** A message has at most so many fields, elements and pairs. */
    public static final String UNITS = "W-3.23";

    /** A message takes at most so much memory. */
    public static final String HEAP = "W-3.24";

    /** A value keeps to the constraints of its schema. */
    public static final String CONSTRAINT = "W-3.25";

    /** A message has at most so many octets. */
    public static final String MESSAGE_SIZE = "W-7.4";

    private Clause() {}
}
