package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.model.Type;

/** Types as users write them, for messages. */
public final class TypeText {

    private TypeText() {}

    /** The type in the words of the language; a name without its package. */
    public static String of(Type type) {
        if (type instanceof Type.ListOf list) {
            return "list<" + of(list.element()) + ">";
        }
        if (type instanceof Type.SetOf set) {
            return "set<" + of(set.element()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "map<" + of(map.key()) + ", " + of(map.value()) + ">";
        }
        if (type instanceof Type.Reference reference) {
            return reference.name().simpleName();
        }
        return ((Type.Of) type).scalar().keyword();
    }
}
