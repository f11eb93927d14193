package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.value.Kind;

/**
 * How the values of one type look as octets and as JSON. The octets are the business of {@link #codec}, made of the parts of
 * module codec, so that every limit and check of the wire holds here as in generated code.
 *
 * @param <T> what holds a value in memory
 */
abstract class Form<T> {

    /** What the values are on the wire; known before {@link #codec} can be used. */
    abstract Kind kind();

    /** Writes and reads the octets. */
    abstract Codec<T> codec();

    /** Appends a value. */
    abstract void print(JsonOutput out, T value);

    /** Reads the value whose first token is the current one; the current token is its last one then. */
    abstract T parse(JsonInput in);

    /** The text of a value that is the key of a map. */
    String keyText(T key) {
        throw new IllegalStateException(kind() + " is no key");
    }

    /** Reads a key, which is the current token. */
    T parseKey(JsonInput in, String text) {
        throw new IllegalStateException(kind() + " is no key");
    }

    /** Whether people must not see the values. */
    boolean sensitive() {
        return false;
    }

    /** The same values, but none longer than {@code @max}. */
    Form<T> limited(long maximum) {
        throw new InvalidDescriptorException("@max is for strings, bytes and collections, not for " + kind());
    }

    /** The same form for callers that know the type of its values by other means: they got them from this form. */
    @SuppressWarnings("unchecked") // whoever calls hands in only what this form has made
    static Form<Object> untyped(Form<?> form) {
        return (Form<Object>) form;
    }
}
