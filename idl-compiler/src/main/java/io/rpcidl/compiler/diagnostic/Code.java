package io.rpcidl.compiler.diagnostic;

/**
 * Every kind of diagnostic, with the code that stays the same over all versions.
 *
 * <p>The hundreds are the stages: 00 reading, 01 syntax, 02 names and imports, 03 numbers, 04 types, 05 values, 06
 * annotations, 07 services, 08 generated Java, 09 output and rewritten
 * sources, 10 lint, 11 changes against a baseline, 12 lock files, 13 formatting. A code is never used again for something
 * else.
 */
public enum Code {
    UNREADABLE("RPC0001", "a source can't be read"),
    SOURCE_TOO_LARGE("RPC0002", "a source is larger than 1 MiB"),
    NOT_UTF8("RPC0003", "a source is not UTF-8"),
    BYTE_ORDER_MARK("RPC0004", "a source starts with a byte order mark"),
    NUL_CHARACTER("RPC0005", "a source holds a NUL character"),
    BAD_ROOT("RPC0006", "a root is neither a folder nor a jar"),
    SHADOWED_SOURCE("RPC0007", "two source roots hold the same path"),
    TOO_MANY_SOURCES("RPC0008", "too many sources"),

    SYNTAX("RPC0101", "the words don't form a sentence of the language"),
    UNKNOWN_CHARACTER("RPC0102", "a character that the language doesn't have"),
    UNTERMINATED_STRING("RPC0103", "a string without its closing quote"),
    UNTERMINATED_COMMENT("RPC0104", "a comment without its end"),
    MALFORMED_NUMBER("RPC0105", "digits that are not a number"),
    MALFORMED_NAME("RPC0106", "a name with characters that names can't have"),
    UNKNOWN_ESCAPE("RPC0107", "a string with an unknown escape"),
    TOO_MANY_TOKENS("RPC0108", "more than 200,000 words in a source"),
    TOO_DEEP("RPC0109", "brackets nested deeper than 64"),
    WORD_TOO_LONG("RPC0110", "a name, number or string beyond its longest length"),
    DANGLING_DOCUMENTATION("RPC0111", Severity.WARNING, "documentation that nothing follows"),

    HEADER("RPC0201", "the first line doesn't name language version 1"),
    PACKAGE_MISSING("RPC0202", "a file without a package"),
    PACKAGE_NAME("RPC0203", "a package name that can't be a folder everywhere"),
    PACKAGE_FOLDER("RPC0204", "the package is not the folder"),
    DUPLICATE_DEFINITION("RPC0205", "a package defines a name twice"),
    DUPLICATE_NAME("RPC0206", "a name is used twice inside a definition"),
    BUILT_IN_NAME("RPC0207", "a definition takes the name of a built-in type"),
    UNKNOWN_NAME("RPC0208", "a name that nothing defines"),
    IMPORT_NOT_FOUND("RPC0209", "an import that no root holds"),
    IMPORT_CYCLE("RPC0210", "files import each other"),
    DUPLICATE_ALIAS("RPC0211", "two imports, or an import and a definition, have one name"),
    UNUSED_IMPORT("RPC0212", Severity.WARNING, "an import that nothing uses"),
    RESERVED_NAME("RPC0213", "a reserved name is used"),
    DUPLICATE_IMPORT("RPC0214", Severity.WARNING, "a file is imported twice"),
    BAD_JAR("RPC0215", "an import root that can't be read as a jar"),
    JAR_ENTRY("RPC0216", "a jar with an entry that no honest jar has"),
    DIFFERENT_COPIES("RPC0217", "two roots hold one path with different content"),

    DUPLICATE_NUMBER("RPC0301", "a number is used twice"),
    NUMBER_RANGE("RPC0302", "a number is out of range"),
    RESERVED_NUMBER("RPC0303", "a reserved number is used"),
    RESERVED_RANGE("RPC0304", "a reserved range is reversed"),
    RESERVED_TWICE("RPC0305", "a number or a name is reserved twice"),
    RESERVED_TEXT("RPC0306", "a reserved name that nothing can have"),

    NOT_A_TYPE("RPC0401", "a name that isn't a type stands where a type is needed"),
    TYPE_ARGUMENTS("RPC0402", "a type has the wrong number of type arguments"),
    OPTIONAL_PLACE("RPC0403", "`?` where nothing can be absent"),
    KEY_TYPE("RPC0404", "a type that can't be a key or the element of a set"),
    NAMED_TYPE_BASE("RPC0405", "a named type of something that isn't a scalar"),
    EMPTY_ELEMENTS("RPC0406", "a list of structs without fields"),
    INFINITE_TYPE("RPC0407", "a struct that contains itself"),
    EMPTY_ENUM("RPC0408", "an enum without values"),
    EMPTY_UNION("RPC0409", "a union without variants"),
    VOID_PLACE("RPC0410", "void where a value is needed"),
    STREAM_PLACE("RPC0411", "a stream where none can be"),

    VALUE_TYPE("RPC0501", "a value of the wrong type"),
    VALUE_RANGE("RPC0502", "a value that its type can't hold"),
    DEFAULT_PLACE("RPC0503", "a default where none can be"),
    CONSTANT_TYPE("RPC0504", "a constant of a type that has no literals"),
    CONSTANT_CYCLE("RPC0505", "constants that need each other"),
    DEFAULT_CONSTRAINT("RPC0506", "a default or a constant that breaks the limit of its type"),

    UNKNOWN_ANNOTATION("RPC0601", "an annotation that doesn't exist"),
    ANNOTATION_TARGET("RPC0602", "an annotation where it has no meaning"),
    ANNOTATION_REPEATED("RPC0603", "an annotation stands twice"),
    ANNOTATION_ARGUMENTS("RPC0604", "an annotation with the wrong arguments"),
    DEADLINE_RANGE("RPC0605", "a deadline out of range"),
    JAVA_PACKAGE("RPC0606", "not a Java package"),

    PARAMETER_NUMBER("RPC0701", "a parameter without a number, or a stream with one"),
    MODIFIERS("RPC0702", "modifiers that exclude each other"),
    ONEWAY("RPC0703", "a oneway method that expects an answer"),
    NOT_AN_ERROR("RPC0704", "throws names something that isn't an error"),
    DUPLICATE_RAISED("RPC0705", "throws names an error twice"),

    JAVA_NAME("RPC0801", "two names become one in Java"),
    JAVA_TOO_LARGE("RPC0802", "a definition too large for Java"),
    JAVA_PACKAGE_TAKEN("RPC0803", "a Java package that belongs to others"),

    OUTPUT("RPC0901", "the output folder can't be written"),
    OUTPUT_PATH("RPC0902", "a generated file would lie outside the output folder"),
    OUTPUT_CLASH("RPC0903", "two generated files have one path"),
    SOURCE_REWRITE("RPC0904", "a source can't be rewritten"),

    LINT_TYPE_NAME("RPC1001", Severity.WARNING, "a type that is not in PascalCase"),
    LINT_FIELD_NAME("RPC1002", Severity.WARNING, "a field or parameter that is not in lowerCamelCase"),
    LINT_VARIANT_NAME("RPC1003", Severity.WARNING, "a variant that is not in lowerCamelCase"),
    LINT_METHOD_NAME("RPC1004", Severity.WARNING, "a method that is not in lowerCamelCase"),
    LINT_CONSTANT_NAME("RPC1005", Severity.WARNING, "a constant that is not in UPPER_SNAKE_CASE"),
    LINT_ENUM_VALUE_NAME("RPC1006", Severity.WARNING, "a value of an enum that is not in UPPER_SNAKE_CASE"),
    LINT_ENUM_VALUE_PREFIX("RPC1007", Severity.WARNING, "a value that repeats the name of its enum"),
    LINT_ERROR_NAME("RPC1008", Severity.WARNING, "an error that is named after being one"),
    LINT_IMPORT_ALIAS("RPC1009", Severity.WARNING, "an alias that is not in lower case"),
    LINT_PACKAGE_VERSION("RPC1010", Severity.WARNING, "a package without a version"),
    LINT_DOCUMENTED_DEFINITION("RPC1011", Severity.WARNING, "a definition without documentation"),
    LINT_DOCUMENTED_METHOD("RPC1012", Severity.WARNING, "a method without documentation"),
    LINT_DOCUMENTED_MEMBER("RPC1013", Severity.WARNING, "a field, variant, value or parameter without documentation"),
    LINT_READONLY_METHOD("RPC1014", Severity.WARNING, "a query that is not readonly"),
    LINT_IDEMPOTENT_METHOD("RPC1015", Severity.WARNING, "a repeatable method that is not idempotent"),
    LINT_MANY_PARAMETERS("RPC1016", Severity.WARNING, "a method with many parameters"),
    LINT_BOOL_PARAMETER("RPC1017", Severity.WARNING, "a parameter that is a bool"),
    LINT_UNRAISED_ERROR("RPC1018", Severity.WARNING, "an error that nothing throws"),
    LINT_UNION_FIELD("RPC1019", Severity.WARNING, "a field that holds a union"),
    LINT_OPTIONAL_COLLECTION("RPC1020", Severity.WARNING, "a collection that can be absent"),
    LINT_SENSITIVE_NAME("RPC1021", Severity.WARNING, "a secret that can be printed"),
    LINT_MAX_LENGTH("RPC1022", Severity.WARNING, "a length without a bound"),
    LINT_NUMBER_GAP("RPC1023", Severity.WARNING, "numbers that are neither used nor reserved"),
    LINT_UNKNOWN_RULE("RPC1090", Severity.WARNING, "a suppression of a rule that doesn't exist"),
    LINT_REASON("RPC1091", Severity.WARNING, "a suppression without a reason"),
    LINT_UNUSED("RPC1092", Severity.WARNING, "a suppression that suppresses nothing"),
    LINT_CONFIGURATION("RPC1093", "a configuration of lint that sets nothing"),

    WIRE_CHANGE("RPC1101", "a change that old and new programs can't read alike"),
    SEMANTIC_CHANGE("RPC1102", "a promise, a default, a deadline or a constraint moved"),
    SOURCE_CHANGE("RPC1103", "a change that callers have to follow"),
    DOC_CHANGE("RPC1104", "a change that only people notice"),
    BASELINE("RPC1105", "a baseline that nothing can be compared with"),

    LOCK_FORMAT("RPC1201", "a lock file that can't be read"),
    RETIRED_NUMBER("RPC1202", "a number that was given up is used again"),
    LOCK_OUT_OF_DATE("RPC1203", Severity.WARNING, "a lock file that does not hold all numbers of its source"),
    LOCK_WITHOUT_SOURCE("RPC1204", Severity.WARNING, "a lock file without its source"),
    LOCK_WRITE("RPC1205", "a lock file can't be written"),

    NOT_FORMATTED("RPC1301", "a source that is not formatted");

    private final String id;
    private final Severity severity;
    private final String title;

    Code(String id, String title) {
        this(id, Severity.ERROR, title);
    }

    Code(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    /** The code as users see it: {@code RPC0203}. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few words. */
    public String title() {
        return title;
    }

    /** The page that explains it, below the root of the project: {@code docs/diagnostics/RPC0203.md}. */
    public String page() {
        return "docs/diagnostics/" + id + ".md";
    }
}
