package io.rpcidl.schema.json;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.value.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Where a value begins.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param outer the place of the object or array around it, null for the outermost value
 * @param step what leads from there to here: {@code .name} or {@code [3]}
 */
record Place(int line, int column, @Nullable Place outer, String step) {

    /** What is thrown for a value that can't be there. */
    InvalidDescriptorException invalid(String what) {
        return new InvalidDescriptorException("line " + line + ", column " + column + " (" + path() + "): " + what);
    }

    /** The same with what was thrown when it was found. */
    InvalidDescriptorException invalid(String what, RuntimeException cause) {
        return new InvalidDescriptorException(
                "line " + line + ", column " + column + " (" + path() + "): " + what, cause);
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Place place = this; place != null; place = place.outer) {
            path.insert(0, Printable.text(place.step));
        }
        return path.toString();
    }
}
