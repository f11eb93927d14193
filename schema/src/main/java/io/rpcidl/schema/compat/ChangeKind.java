package io.rpcidl.schema.compat;

import static io.rpcidl.schema.compat.Affected.BOTH;
import static io.rpcidl.schema.compat.Affected.EARLIER;
import static io.rpcidl.schema.compat.Affected.NEW;
import static io.rpcidl.schema.compat.Affected.NOBODY;
import static io.rpcidl.schema.compat.Affected.OLD;
import static io.rpcidl.schema.compat.Level.DOC;
import static io.rpcidl.schema.compat.Level.SEMANTIC;
import static io.rpcidl.schema.compat.Level.SOURCE;
import static io.rpcidl.schema.compat.Level.WIRE;

import java.util.Locale;

/**
 * Every kind of change that a comparison tells apart: the rows of the rule table in {@code docs/evolution.md}. What is said of
 * fields holds for those of structs and errors and for the parameters of methods.
 */
public enum ChangeKind {
    // fields and parameters
    REQUIRED_FIELD_ADDED(WIRE, NEW, "a field that is always there was added", Advice.REQUIRED_ADDED),
    OPTIONAL_FIELD_ADDED(SOURCE, NOBODY, "a field that may be absent was added", Advice.FIELD_ADDED),
    DEFAULTED_FIELD_ADDED(SOURCE, NOBODY, "a field with a default was added", Advice.FIELD_ADDED),
    REQUIRED_FIELD_REMOVED(WIRE, OLD, "a field that is always there was removed", Advice.REQUIRED_REMOVED),
    OPTIONAL_FIELD_REMOVED(SOURCE, NOBODY, "a field that may be absent was removed", Advice.FIELD_REMOVED),
    DEFAULTED_FIELD_REMOVED(SEMANTIC, OLD, "a field with a default was removed", Advice.DEFAULTED_REMOVED),
    FIELD_RENAMED(SOURCE, NOBODY, "a field has another name", Advice.RENAMED),
    FIELD_RENUMBERED(WIRE, BOTH, "a field has another number", Advice.RENUMBERED),
    FIELD_REPLACED(WIRE, BOTH, "the number of a field was used again", Advice.NUMBER_REUSED),
    FIELD_MADE_OPTIONAL(WIRE, OLD, "a field may now be absent", Advice.MADE_OPTIONAL),
    FIELD_MADE_REQUIRED(WIRE, NEW, "a field must now be there", Advice.MADE_REQUIRED),
    DEFAULT_MADE_OPTIONAL(SEMANTIC, OLD, "a field may be absent instead of having a default", Advice.DEFAULT_ABSENT),
    OPTIONAL_MADE_DEFAULT(SEMANTIC, NEW, "a field has a default instead of being absent", Advice.ABSENT_DEFAULT),
    DEFAULT_ADDED(SEMANTIC, NOBODY, "a field got a default", Advice.DEFAULT_ADDED),
    DEFAULT_REMOVED(SEMANTIC, EARLIER, "a field lost its default", Advice.DEFAULT_REMOVED),
    DEFAULT_CHANGED(SEMANTIC, EARLIER, "a field has another default", Advice.DEFAULT_CHANGED),
    FIELD_ORDER_CHANGED(SOURCE, NOBODY, "fields are declared in another order", Advice.FIELD_ORDER),
    PARAMETER_RENAMED(DOC, NOBODY, "a parameter has another name", Advice.PARAMETER_NAME),
    PARAMETER_ORDER_CHANGED(SOURCE, NOBODY, "parameters are declared in another order", Advice.PARAMETER_ORDER),

    // types
    TYPE_CHANGED(WIRE, BOTH, "the type is of another kind on the wire", Advice.OTHER_KIND),
    ELEMENT_TYPE_CHANGED(WIRE, BOTH, "the elements are of another kind on the wire", Advice.OTHER_KIND),
    KEY_TYPE_CHANGED(WIRE, BOTH, "the keys are of another kind on the wire", Advice.OTHER_KIND),
    VALUE_TYPE_CHANGED(WIRE, BOTH, "the values of a map are of another kind on the wire", Advice.OTHER_KIND),
    INTEGER_WIDTH_CHANGED(WIRE, BOTH, "an integer has another width", Advice.WIDTH),
    FLOAT_WIDTH_CHANGED(WIRE, BOTH, "a floating number has another width", Advice.WIDTH),
    SIGN_CHANGED(WIRE, BOTH, "an integer is signed instead of unsigned, or the reverse", Advice.SIGN),
    TIME_TYPE_CHANGED(WIRE, BOTH, "a time became a length of time, or the reverse", Advice.SAME_KIND),
    BYTES_TYPE_CHANGED(WIRE, BOTH, "octets became a decimal, or the reverse", Advice.SAME_KIND),
    STRUCT_UNION_CHANGED(WIRE, BOTH, "a struct became a union, or the reverse", Advice.STRUCT_UNION),
    LIST_BECAME_SET(WIRE, NEW, "a list became a set", Advice.LIST_SET),
    SET_BECAME_LIST(WIRE, OLD, "a set became a list", Advice.LIST_SET),
    NAMED_TYPE_INTRODUCED(SOURCE, NOBODY, "a named type stands for its base", Advice.NAMED_TYPE),
    NAMED_TYPE_DISSOLVED(SOURCE, NOBODY, "the base stands for a named type", Advice.NAMED_TYPE),
    TYPE_REFERENCE_CHANGED(SOURCE, NOBODY, "another definition of the same kind is used", Advice.REFERENCE),

    // constraints
    MAX_ADDED(SEMANTIC, NEW, "a length is now limited", Advice.MAX_DOWN),
    MAX_LOWERED(SEMANTIC, NEW, "the limit of a length is lower", Advice.MAX_DOWN),
    MAX_RAISED(SEMANTIC, OLD, "the limit of a length is higher", Advice.MAX_UP),
    MAX_REMOVED(SEMANTIC, OLD, "a length is no longer limited", Advice.MAX_UP),
    SENSITIVE_ADDED(SEMANTIC, NOBODY, "a value is no longer printed", Advice.SENSITIVE_ADDED),
    SENSITIVE_REMOVED(SEMANTIC, NOBODY, "a value is printed from now on", Advice.SENSITIVE_REMOVED),

    // numbers and names that are not used
    NUMBER_NOT_RESERVED(SEMANTIC, NOBODY, "a number was given up without being reserved", Advice.NOT_RESERVED),
    NAME_NOT_RESERVED(DOC, NOBODY, "a name was given up without being reserved", Advice.NOT_RESERVED),
    RESERVED_NUMBER_RELEASED(SEMANTIC, NOBODY, "a number is no longer reserved", Advice.RELEASED),
    RESERVED_NAME_RELEASED(DOC, NOBODY, "a name is no longer reserved", Advice.RELEASED),
    RESERVED_NUMBER_USED(WIRE, EARLIER, "a number that was reserved is used", Advice.RESERVED_USED),
    RESERVED_NAME_USED(SOURCE, NOBODY, "a name that was reserved is used", Advice.RESERVED_NAME_USED),

    // structs
    STRUCT_OPENED(SOURCE, NOBODY, "a struct keeps unknown fields from now on", Advice.STRUCT_OPENED),
    STRUCT_NO_LONGER_OPEN(SEMANTIC, NEW, "a struct no longer keeps unknown fields", Advice.STRUCT_NO_LONGER_OPEN),

    // enums
    ENUM_VALUE_ADDED(SOURCE, NOBODY, "an open enum got a value", Advice.VALUE_ADDED),
    CLOSED_ENUM_VALUE_ADDED(WIRE, OLD, "a closed enum got a value", Advice.CLOSED_ADDED),
    ENUM_VALUE_REMOVED(SOURCE, NOBODY, "an open enum lost a value", Advice.VALUE_REMOVED),
    CLOSED_ENUM_VALUE_REMOVED(WIRE, NEW, "a closed enum lost a value", Advice.CLOSED_REMOVED),
    ENUM_VALUE_RENAMED(SOURCE, NOBODY, "a value of an enum has another name", Advice.RENAMED),
    ENUM_VALUE_RENUMBERED(WIRE, BOTH, "a value of an enum has another number", Advice.RENUMBERED),
    ENUM_VALUE_REPLACED(WIRE, BOTH, "the number of a value was used again", Advice.NUMBER_REUSED),
    ENUM_CLOSED(WIRE, NEW, "an open enum was closed", Advice.ENUM_CLOSED),
    ENUM_OPENED(WIRE, OLD, "a closed enum was opened", Advice.ENUM_OPENED),
    ENUM_ORDER_CHANGED(SOURCE, NOBODY, "the values of an enum are declared in another order", Advice.ENUM_ORDER),

    // unions
    VARIANT_ADDED(SOURCE, NOBODY, "a union got a variant", Advice.VARIANT_ADDED),
    VARIANT_REMOVED(SOURCE, NOBODY, "a union lost a variant", Advice.VARIANT_REMOVED),
    VARIANT_RENAMED(SOURCE, NOBODY, "a variant has another name", Advice.RENAMED),
    VARIANT_RENUMBERED(WIRE, BOTH, "a variant has another number", Advice.RENUMBERED),
    VARIANT_REPLACED(WIRE, BOTH, "the number of a variant was used again", Advice.NUMBER_REUSED),
    VARIANT_VALUE_ADDED(WIRE, BOTH, "a variant without a value got one", Advice.VARIANT_VALUE),
    VARIANT_STRUCT_ADDED(WIRE, NEW, "a variant without a value got one with something required", Advice.VARIANT_STRUCT),
    VARIANT_FIELDS_ADDED(
            SOURCE, NOBODY, "a variant without a value got a struct of optional fields", Advice.FIELDS_ONLY),
    VARIANT_VALUE_REMOVED(WIRE, BOTH, "a variant lost its value", Advice.VARIANT_VALUE),
    VARIANT_STRUCT_REMOVED(WIRE, OLD, "a variant lost a value with something required", Advice.VARIANT_STRUCT),
    VARIANT_FIELDS_REMOVED(SOURCE, NOBODY, "a variant lost a struct of optional fields", Advice.FIELDS_ONLY),
    VARIANT_ORDER_CHANGED(
            SOURCE, NOBODY, "the variants of a union are declared in another order", Advice.VARIANT_ORDER),

    // definitions
    DEFINITION_ADDED(DOC, NOBODY, "a definition was added", Advice.ADDED),
    DEFINITION_REMOVED(SOURCE, NOBODY, "a definition was removed", Advice.DEFINITION_REMOVED),
    DEFINITION_RENAMED(SOURCE, NOBODY, "a definition has another name", Advice.RENAMED),
    DEFINITION_KIND_CHANGED(WIRE, BOTH, "a type was defined anew as another kind of type", Advice.OTHER_KIND),
    CONSTANT_VALUE_CHANGED(SEMANTIC, NOBODY, "a constant has another value", Advice.CONSTANT_VALUE),
    CONSTANT_TYPE_CHANGED(SOURCE, NOBODY, "a constant has another type", Advice.CONSTANT_TYPE),
    CONSTANT_FILE_CHANGED(SOURCE, NOBODY, "a constant moved to another file", Advice.CONSTANT_FILE),
    JAVA_PACKAGE_CHANGED(SOURCE, NOBODY, "the Java package is another one", Advice.JAVA_PACKAGE),
    REJECTS_ADDED(SEMANTIC, NEW, "an error now means that nothing was done", Advice.REJECTS_ADDED),
    REJECTS_REMOVED(SEMANTIC, OLD, "an error no longer means that nothing was done", Advice.REJECTS_REMOVED),

    // services and methods
    SERVICE_ADDED(DOC, NOBODY, "a service was added", Advice.ADDED),
    SERVICE_REMOVED(WIRE, OLD, "a service was removed", Advice.SERVICE_REMOVED),
    METHOD_ADDED(SOURCE, NOBODY, "a method was added", Advice.METHOD_ADDED),
    METHOD_REMOVED(WIRE, OLD, "a method was removed", Advice.METHOD_REMOVED),
    METHOD_RENAMED(SOURCE, NOBODY, "a method has another name", Advice.RENAMED),
    METHOD_RENUMBERED(WIRE, BOTH, "a method has another number", Advice.METHOD_NUMBER),
    METHOD_REPLACED(WIRE, BOTH, "the number of a method was used again", Advice.METHOD_NUMBER),
    READONLY_LOST(SEMANTIC, OLD, "a method is no longer readonly", Advice.PROMISE_LOST),
    IDEMPOTENT_LOST(SEMANTIC, OLD, "a method is no longer idempotent", Advice.PROMISE_LOST),
    READONLY_GAINED(SEMANTIC, NEW, "a method is readonly from now on", Advice.PROMISE_GAINED),
    IDEMPOTENT_GAINED(SEMANTIC, NEW, "a method is idempotent from now on", Advice.PROMISE_GAINED),
    ONEWAY_GAINED(SEMANTIC, BOTH, "a method is oneway from now on", Advice.ONEWAY),
    ONEWAY_LOST(SEMANTIC, BOTH, "a method is no longer oneway", Advice.ONEWAY),
    DEADLINE_STATED(SEMANTIC, NOBODY, "a method states a deadline", Advice.DEADLINE),
    DEADLINE_NOT_STATED(SEMANTIC, NOBODY, "a method no longer states a deadline", Advice.DEADLINE),
    DEADLINE_SHORTENED(SEMANTIC, NOBODY, "the deadline of a method is shorter", Advice.DEADLINE),
    DEADLINE_LENGTHENED(SEMANTIC, NOBODY, "the deadline of a method is longer", Advice.DEADLINE),
    RAISED_ADDED(SEMANTIC, OLD, "a method declares one more error", Advice.RAISED_ADDED),
    RAISED_REMOVED(SEMANTIC, NEW, "a method no longer declares an error", Advice.RAISED_REMOVED),
    RAISED_RENUMBERED(WIRE, BOTH, "a declared error has another number", Advice.RENUMBERED),
    RAISED_REPLACED(WIRE, BOTH, "the number of a declared error was used again", Advice.NUMBER_REUSED),
    RESULT_ADDED(WIRE, NEW, "a method that returned nothing returns something", Advice.RESULT_ADDED),
    OPTIONAL_RESULT_ADDED(SOURCE, NOBODY, "a method that returned nothing may return something", Advice.RESULT_SOURCE),
    RESULT_REMOVED(WIRE, OLD, "a method no longer returns anything", Advice.RESULT_REMOVED),
    OPTIONAL_RESULT_REMOVED(SOURCE, NOBODY, "a method no longer returns what could be absent", Advice.RESULT_SOURCE),
    RESULT_MADE_OPTIONAL(WIRE, OLD, "the result may now be absent", Advice.RESULT_OPTIONAL),
    RESULT_MADE_REQUIRED(WIRE, NEW, "the result must now be there", Advice.RESULT_REQUIRED),
    RESULT_STREAM_ADDED(WIRE, BOTH, "the result became a stream", Advice.STREAM),
    RESULT_STREAM_REMOVED(WIRE, BOTH, "the result is no longer a stream", Advice.STREAM),
    UPLOAD_ADDED(WIRE, BOTH, "callers now send a stream", Advice.STREAM),
    UPLOAD_REMOVED(WIRE, BOTH, "callers no longer send a stream", Advice.STREAM),

    // for people
    DOCUMENTATION_CHANGED(DOC, NOBODY, "the documentation says something else", Advice.DOCUMENTATION),
    DEPRECATION_ADDED(DOC, NOBODY, "something is deprecated", Advice.DEPRECATED),
    DEPRECATION_REMOVED(DOC, NOBODY, "something is no longer deprecated", Advice.DOCUMENTATION),
    DEPRECATION_CHANGED(DOC, NOBODY, "something is deprecated for another reason", Advice.DOCUMENTATION);

    private final Level level;
    private final Affected affected;
    private final String title;
    private final Advice advice;

    ChangeKind(Level level, Affected affected, String title, Advice advice) {
        this.level = level;
        this.affected = affected;
        this.title = title;
        this.advice = advice;
    }

    /** The name that messages and the rule table show: {@code required-field-added}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How far such a change reaches. */
    public Level level() {
        return level;
    }

    /** Whose programs notice it while running. */
    public Affected affected() {
        return affected;
    }

    /** What happened, in a few words. */
    public String title() {
        return title;
    }

    /** What comes of it. */
    public String why() {
        return advice.why();
    }

    /** How to get there without breaking anybody. */
    public String remedy() {
        return advice.remedy();
    }

    /** Whether it counts where one definition takes the place of another, whose reserved numbers and names are its own. */
    boolean acrossDefinitions() {
        return (level == WIRE && this != RESERVED_NUMBER_USED)
                || (level == SEMANTIC && this != NUMBER_NOT_RESERVED && this != RESERVED_NUMBER_RELEASED);
    }
}
