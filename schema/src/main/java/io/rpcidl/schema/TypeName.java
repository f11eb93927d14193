package io.rpcidl.schema;

import java.util.Objects;

/**
 * What the text of a type in a descriptor says. {@code toString} gives the text again: the words of the language, without
 * blanks, with every name in full.
 */
public sealed interface TypeName {

    /** How deep angle brackets nest at most, as in the language. */
    int MAXIMUM_DEPTH = 64;

    /**
     * Reads the text of a type.
     *
     * @throws InvalidDescriptorException if it is the text of none; the message shows the text and the place
     */
    static TypeName parse(String text) {
        return new TypeText(text).parse();
    }

    /** A type that the language brings, such as {@code u32}. */
    record Of(ScalarType scalar) implements TypeName {
        public Of {
            Objects.requireNonNull(scalar, "scalar");
        }

        @Override
        public String toString() {
            return scalar.keyword();
        }
    }

    /** A definition, by its name in full, such as {@code shop.orders.v1.Line}. */
    record Reference(String name) implements TypeName {
        public Reference {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code list<T>}. */
    record ListOf(TypeName element) implements TypeName {
        public ListOf {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /** {@code set<T>}. */
    record SetOf(TypeName element) implements TypeName {
        public SetOf {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String toString() {
            return "set<" + element + ">";
        }
    }

    /** {@code map<K,V>}. */
    record MapOf(TypeName key, TypeName value) implements TypeName {
        public MapOf {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "map<" + key + "," + value + ">";
        }
    }
}
