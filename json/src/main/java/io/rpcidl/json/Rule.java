package io.rpcidl.json;

/** The clauses of wire-spec.md that a text can violate, of chapter 14 but for one. */
final class Rule {

    /** The text is JSON, without a byte order mark, duplicate members or lone surrogates. */
    static final String TEXT = "W-14.2";

    /** Text, numbers and nesting have bounds. */
    static final String BOUNDS = "W-14.3";

    /** What stands for a whole message. */
    static final String MESSAGE = "W-14.4";

    /** Members of a struct. */
    static final String STRUCT = "W-14.5";

    /** Members that the schema does not have. */
    static final String UNKNOWN_MEMBER = "W-14.6";

    static final String INTEGER = "W-14.7";
    static final String FLOATING = "W-14.8";
    static final String DECIMAL = "W-14.9";
    static final String OCTETS = "W-14.10";
    static final String UUID = "W-14.11";
    static final String TIMESTAMP = "W-14.12";
    static final String DURATION = "W-14.13";
    static final String ENUM = "W-14.14";
    static final String LIST = "W-14.15";
    static final String MAP = "W-14.16";
    static final String UNION = "W-14.17";
    static final String UNKNOWN_VARIANT = "W-14.18";
    static final String REDACTED = "W-14.21";

    /** What the schema does not know has no canonical form. */
    static final String CANONICAL = "W-3.29";

    /** Fields that an open struct has kept. */
    static final String UNKNOWN_FIELD = "W-14.23";

    private Rule() {}
}
