package io.rpcidl.schema.compat;

import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.ReservedSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The numbers and names that a definition reserves. */
final class Reservations {

    private final NavigableMap<Integer, NumberRange> numbers = new TreeMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    Reservations(@Nullable ReservedSchema reserved) {
        if (reserved != null) {
            reserved.numbers().forEach(range -> numbers.put(range.first(), range));
            names.addAll(reserved.names());
        }
    }

    Set<String> names() {
        return names;
    }

    boolean holds(int number) {
        Map.Entry<Integer, NumberRange> range = numbers.floorEntry(number);
        return range != null && number <= range.getValue().last();
    }

    boolean holds(String name) {
        return names.contains(name);
    }

    /** The reserved numbers of which something holds, as ranges: {@code 7}, {@code 7..9}. */
    List<String> numbersThat(IntPredicate condition) {
        List<String> found = new ArrayList<>();
        for (NumberRange range : numbers.values()) {
            int first = -1;
            for (int number = range.first(); number <= range.last() + 1; number++) {
                boolean holds = number <= range.last() && condition.test(number);
                if (holds && first < 0) {
                    first = number;
                } else if (!holds && first >= 0) {
                    found.add(first == number - 1 ? Integer.toString(first) : first + ".." + (number - 1));
                    first = -1;
                }
            }
        }
        return found;
    }
}
