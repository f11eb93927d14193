package io.rpcidl.compiler.model;

/** The type of a field, a parameter, an element or a result. */
public sealed interface Type {

    /** {@code list<T>}. */
    record ListOf(Type element) implements Type {}

    /** {@code set<T>}. */
    record SetOf(Type element) implements Type {}

    /** {@code map<K, V>}. */
    record MapOf(Type key, Type value) implements Type {}

    /** A named type, an enumeration, a struct or a union of the schema. */
    record Reference(QualifiedName name) implements Type {}

    /** One of the types that the language brings. */
    record Of(Scalar scalar) implements Type {}
}
