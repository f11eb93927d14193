package io.rpcidl.json.dump;

import io.rpcidl.schema.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says about a field, a variant or any other value.
 *
 * @param name empty for an element
 * @param type null when there is no value, or when nothing is known about it
 * @param sensitive whether people must not see it, whatever its type
 */
record Member(String name, @Nullable TypeName type, boolean sensitive) {

    /** Nothing is known. */
    static final Member UNKNOWN = new Member("", null, false);

    /** Whether a schema says anything about it. */
    boolean known() {
        return type != null || !name.isEmpty();
    }

    /** Whether it is a variant without a value. */
    boolean empty() {
        return type == null && !name.isEmpty();
    }
}
