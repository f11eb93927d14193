package io.rpcidl.schema.compat;

/** Why a change has its level, and how to make it safely. Changes that work alike share one. */
enum Advice {
    REQUIRED_ADDED(
            "Old writers don't write it, and a plain field that is absent is refused.",
            "Give it a default, or make it optional."),
    FIELD_ADDED(
            "Old readers step over it, new readers take its default or see it absent. Constructors and methods take one "
                    + "value more.",
            "Build values with the builder, which stays."),
    REQUIRED_REMOVED(
            "Old readers refuse a value without it.",
            "Give it a default first; remove and reserve it when no reader from before that is left."),
    FIELD_REMOVED(
            "Readers of both sides cope; programs that used it no longer compile.",
            "Deprecate it first, then remove it and reserve its number and name."),
    DEFAULTED_REMOVED(
            "Old readers take the default from now on, whatever the writer knows.",
            "Deprecate it first, make sure that old readers may work with the default, then reserve number and name."),
    RENAMED(
            "Names are not on the wire; what the generated code calls it changes.",
            "Change the callers along with it, or keep the name."),
    RENUMBERED(
            "The number is what peers know: under it they find nothing, or something else.",
            "Keep the number. Order of declaration and numbers are independent."),
    NUMBER_REUSED(
            "Peers take the new thing for the old one, or refuse it.",
            "Take a number that was never used, and reserve the old one with its name."),
    MADE_OPTIONAL(
            "New writers may leave it out, and old readers refuse a value without it.",
            "Give it a default first and wait for the readers, or add an optional one under a new number."),
    MADE_REQUIRED(
            "Old writers may have left it out, and new readers refuse a value without it.",
            "Give it a default instead, or keep it optional."),
    DEFAULT_ABSENT(
            "When a new writer leaves it out, old readers take the default and can't tell.",
            "Let absence mean what the default meant until no old reader is left."),
    ABSENT_DEFAULT(
            "What old writers left out is the default for new readers, who can't tell.",
            "Choose the default that means the same as absence."),
    DEFAULT_ADDED(
            "Builders no longer insist on it, and readers no longer refuse a value without it.",
            "Nothing to do: writers go on writing it."),
    DEFAULT_REMOVED(
            "Both schemas always write it, but writers from before it existed are now refused.",
            "Remove the default when no such writer and no such stored value is left."),
    DEFAULT_CHANGED(
            "Written values keep their meaning, since fields are always written; those of writers from before the field, "
                    + "and those of builders that don't set it, change.",
            "Add a new field when both meanings are needed."),
    FIELD_ORDER("The constructor takes its arguments in this order.", "Use the builder, or keep the order."),
    PARAMETER_NAME("Neither the wire nor a Java caller knows the names of parameters.", "Nothing to do."),
    PARAMETER_ORDER(
            "Java callers pass arguments in this order; of equal types they are exchanged without a word.",
            "Keep the order; numbers may have gaps and any order."),
    OTHER_KIND(
            "Each kind has its own octets, and readers refuse another kind than they expect.",
            "Add a second one under a new number, write both for a while, then reserve the old number."),
    WIDTH(
            "Numbers have a fixed width on the wire; wider is another kind, which readers refuse.",
            "Add a second one under a new number, write both for a while, then reserve the old number."),
    SIGN(
            "The octets are the same, so the upper half of the numbers is read as others.",
            "Add a second one under a new number, write both for a while, then reserve the old number."),
    SAME_KIND(
            "Both have one kind on the wire, so values are read as something else, or are refused.",
            "Add a second one under a new number, write both for a while, then reserve the old number."),
    STRUCT_UNION(
            "A union is a struct with exactly one field; readers take one for the other only by chance.",
            "Add a second one under a new number."),
    LIST_SET(
            "They look alike on the wire, but the reader of a set refuses an element that comes twice.",
            "Keep the type and state in the documentation what order and repetition mean."),
    NAMED_TYPE(
            "A named type is its base on the wire and a class of its own in Java.",
            "Change the callers along with it."),
    REFERENCE(
            "Names of types are not on the wire; whether their fields fit is judged by findings of their own.",
            "Change the callers along with it."),
    MAX_DOWN(
            "Writers and readers check the limit: what old writers may write, new readers refuse.",
            "Make sure that no longer value is written or stored any more, then lower the limit of the readers."),
    MAX_UP(
            "Writers and readers check the limit: what new writers may write, old readers refuse.",
            "Raise the limit everywhere before anybody writes longer values."),
    SENSITIVE_ADDED("Texts and logs lose the value; who parses them notices.", "Nothing to do."),
    SENSITIVE_REMOVED("Texts and logs show what was secret.", "Make sure that it is no secret any more."),
    NOT_RESERVED(
            "Nothing keeps somebody from using it again for something else.",
            "Reserve the number and the name: `reserved 7, \"couponCode\";`."),
    RELEASED("It was reserved because earlier programs know it with another meaning.", "Keep it reserved for good."),
    RESERVED_USED(
            "Programs from before it was reserved write and read it with its old meaning.",
            "Take a number that was never used."),
    RESERVED_NAME_USED(
            "Programs that still use the old name compile again and mean something else.",
            "Take a name that was never used."),
    STRUCT_OPENED(
            "All readers take what is written, which is another canonical form only for lists of it. Its values have one "
                    + "part more in Java, and patterns of records name all parts.",
            "Build values with the builder, or with the constructor that has no unknown fields."),
    STRUCT_NO_LONGER_OPEN(
            "New programs drop the fields that they don't know, which old ones pass on; nothing is left to ask for them.",
            "Make sure that no program relays such values, or update relays before anybody writes a new field."),
    VALUE_ADDED(
            "Old programs keep it as an unknown number and write it back; exhaustive switches see one constant more.",
            "Let switches have a branch for what is unknown."),
    CLOSED_ADDED(
            "Old readers of a closed enum refuse a number that they don't know.",
            "Update all readers before anybody writes it, or use an open enum."),
    VALUE_REMOVED(
            "It stays a number that is kept and written back; programs that named the constant no longer compile.",
            "Deprecate it first, then remove it and reserve its number and name."),
    CLOSED_REMOVED(
            "New readers refuse the number, which old writers still write.",
            "Deprecate it and stop writing it; remove it when no value with it is left."),
    ENUM_CLOSED(
            "New readers refuse the unknown numbers that old programs keep and pass on.",
            "Define a closed enum of its own and use it under a new number."),
    ENUM_OPENED(
            "New writers may write numbers that old readers refuse.",
            "Open it everywhere before anybody adds or passes on a value."),
    ENUM_ORDER("Java's constants compare and are listed in this order.", "Keep the order, or compare by number."),
    VARIANT_ADDED(
            "Old programs keep it as an unknown variant and write it back; `match` takes one function more.",
            "Let old programs treat what is unknown with care before anybody writes it."),
    VARIANT_REMOVED(
            "New programs keep it as an unknown variant; `match` takes one function less.",
            "Deprecate it first, then remove it and reserve its number and name."),
    VARIANT_VALUE(
            "A variant without a value is an empty struct on the wire, which is not what its value would be.",
            "Add a variant under a new number."),
    VARIANT_STRUCT(
            "A variant without a value is an empty struct on the wire; readers of the value miss what it requires.",
            "Give every field of the struct a default or make it optional, or add a variant under a new number."),
    FIELDS_ONLY(
            "A variant without a value is an empty struct on the wire, so both sides read each other.",
            "Change the callers along with it."),
    VARIANT_ORDER("`match` takes its functions in this order.", "Keep the order, or use `instanceof`."),
    ADDED("Nobody knows it yet.", "Nothing to do."),
    DEFINITION_REMOVED(
            "Its name is not on the wire, and uses of it are judged by findings of their own; its class is gone.",
            "Deprecate it first."),
    CONSTANT_VALUE(
            "Java compiles the value into its users; what it limits or defaults is judged by findings of its own.",
            "Compile the users again."),
    CONSTANT_TYPE("The constant has another type in Java.", "Change the users along with it."),
    CONSTANT_FILE("The constants of a file share one class, which is named after the file.", "Keep it in its file."),
    JAVA_PACKAGE("All classes of the file move.", "Change the imports along with it; the wire does not name it."),
    REJECTS_ADDED(
            "New callers count the error as not executed, which old servers did not promise.",
            "Update the servers first."),
    REJECTS_REMOVED(
            "Old callers count the error as not executed and may repeat a call that had an effect.",
            "Add an error of its own for the other case."),
    SERVICE_REMOVED(
            "Services are found by name: old callers get UNKNOWN_METHOD.",
            "Keep the old one until no caller is left. A service with another name is another service."),
    METHOD_ADDED("Handlers have to implement it; old servers answer UNKNOWN_METHOD.", "Update the servers first."),
    METHOD_REMOVED(
            "Old callers get UNKNOWN_METHOD.",
            "Deprecate it, wait until nobody calls it, then remove it and reserve its number and name."),
    METHOD_NUMBER(
            "Methods are found by number: calls reach nothing, or another method.",
            "Keep the number; take one that was never used for another method."),
    PROMISE_LOST(
            "Old callers may still repeat a call whose repetition now has an effect.",
            "Add a method under a new number, and deprecate this one."),
    PROMISE_GAINED(
            "New callers may repeat a call at servers that did not promise anything.", "Update the servers first."),
    ONEWAY(
            "The caller alone decides whether an answer comes: a oneway caller never learns of a failure.",
            "Add a method under a new number, and deprecate this one."),
    DEADLINE(
            "Callers give up earlier or later than before; each caller takes the deadline of its own schema.",
            "Make sure that servers and callers cope with both."),
    RAISED_ADDED(
            "Old callers don't know the number: their call fails as executed, without saying why.",
            "Update the callers before servers raise it, or add a method under a new number."),
    RAISED_REMOVED(
            "Old servers may still raise it: then the call of a new caller fails as executed, without saying why.",
            "Update the servers first."),
    RESULT_ADDED(
            "Old servers answer with nothing, which new callers refuse.",
            "Make the result optional, or add a method under a new number."),
    RESULT_REMOVED(
            "New servers answer with nothing, which old callers refuse.",
            "Make the result optional first and wait for the callers, or add a method under a new number."),
    RESULT_OPTIONAL(
            "New servers may answer with nothing, which old callers refuse.",
            "Add a method under a new number, and deprecate this one."),
    RESULT_REQUIRED(
            "Old servers may answer with nothing, which new callers refuse.",
            "Update all servers before the first caller."),
    RESULT_SOURCE(
            "Nothing is what an absent result looks like, so both sides read each other.",
            "Change handlers and callers along with it."),
    STREAM(
            "Calls with and without a stream are different on the wire: the other side refuses them.",
            "Add a method under a new number, and deprecate this one."),
    DOCUMENTATION("People read it.", "Nothing to do."),
    DEPRECATED("Compilers warn about uses.", "Name what to use instead.");

    private final String why;
    private final String remedy;

    Advice(String why, String remedy) {
        this.why = why;
        this.remedy = remedy;
    }

    String why() {
        return why;
    }

    String remedy() {
        return remedy;
    }
}
