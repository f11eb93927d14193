package io.rpcidl.compiler.model;

import java.util.List;

/**
 * Numbers and names that must not be used again.
 *
 * @param numbers inclusive ranges, ascending
 * @param names in the order of declaration
 */
public record Reserved(List<Range> numbers, List<String> names) {

    /** Nothing is reserved. */
    public static final Reserved NONE = new Reserved(List.of(), List.of());

    public Reserved {
        numbers = List.copyOf(numbers);
        names = List.copyOf(names);
    }

    /** From {@code first} to {@code last}, both included. */
    public record Range(int first, int last) {

        /** Whether the number lies in the range. */
        public boolean contains(int number) {
            return first <= number && number <= last;
        }
    }
}
