package io.rpcidl.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers and names of one definition's members: in range, unique, and not reserved. */
final class NumberCheck {

    private final String owner;
    private final int smallest;
    private final TreeMap<Integer, Integer> reservedNumbers = new TreeMap<>();
    private final Set<String> reservedNames = new HashSet<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Checks what is reserved.
     *
     * @param owner the full name of the definition
     * @param smallest the smallest number of a member
     */
    NumberCheck(String owner, int smallest, @Nullable ReservedSchema reserved) {
        this.owner = owner;
        this.smallest = smallest;
        if (reserved != null) {
            ranges(reserved.numbers());
            reservedNames.addAll(reserved.names());
        }
    }

    private void ranges(List<NumberRange> ranges) {
        int last = -1;
        for (NumberRange range : ranges) {
            if (range.first() <= last || range.first() < smallest || range.last() < range.first()) {
                throw DescriptorCheck.invalid(
                        owner, "reserves the numbers " + range.first() + ".." + range.last() + " out of order");
            }
            reservedNumbers.put(range.first(), range.last());
            last = range.last();
        }
    }

    /** Adds a member. */
    void member(int number, String name) {
        String place = owner + "." + name;
        name(name);
        number(number, place);
        Map.Entry<Integer, Integer> range = reservedNumbers.floorEntry(number);
        if (range != null && number <= range.getValue()) {
            throw DescriptorCheck.invalid(place, "has the number " + number + ", which is reserved");
        }
    }

    /** Adds a number without a name of its own. */
    void number(int number, String place) {
        if (number < smallest) {
            throw DescriptorCheck.invalid(place, "has the number " + number + "; the first is " + smallest);
        }
        if (!numbers.add(number)) {
            throw DescriptorCheck.invalid(place, "has the number " + number + " of another member");
        }
    }

    /** Adds a name without a number. */
    void name(String name) {
        String place = owner + "." + name;
        if (!Names.isSimple(name)) {
            throw DescriptorCheck.invalid(place, "is a malformed name");
        }
        if (!names.add(name)) {
            throw DescriptorCheck.invalid(place, "has the name of another member");
        }
        if (reservedNames.contains(name)) {
            throw DescriptorCheck.invalid(place, "has a name that is reserved");
        }
    }
}
