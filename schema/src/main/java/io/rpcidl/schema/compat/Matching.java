package io.rpcidl.schema.compat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Which member of the older schema is which of the newer one. The number decides, as it does on the wire; a name that both
 * sides use under different numbers tells that the member moved, and that its old number was given to another.
 *
 * @param same with one number: unchanged, or renamed
 * @param moved with one name and different numbers
 * @param taken with one number, but at least one of both lives on, or lived, under another
 * @param removed whose number is not used any more
 * @param added whose number was not used before
 */
record Matching<T>(List<Pair<T>> same, List<Pair<T>> moved, List<Pair<T>> taken, List<T> removed, List<T> added) {

    /** A member then and now. */
    record Pair<T>(T older, T newer) {}

    static <T> Matching<T> of(List<T> older, List<T> newer, ToIntFunction<T> number, Function<T, String> name) {
        Map<Integer, T> oldNumbers = new TreeMap<>();
        Map<String, T> oldNames = new HashMap<>();
        older.forEach(member -> {
            oldNumbers.putIfAbsent(number.applyAsInt(member), member);
            oldNames.putIfAbsent(name.apply(member), member);
        });
        Map<Integer, T> newNumbers = new TreeMap<>();
        Map<String, T> newNames = new HashMap<>();
        newer.forEach(member -> {
            newNumbers.putIfAbsent(number.applyAsInt(member), member);
            newNames.putIfAbsent(name.apply(member), member);
        });
        Matching<T> matching = new Matching<>(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        oldNumbers.forEach((at, member) -> {
            T namesake = newNames.get(name.apply(member));
            boolean moved = false;
            if (namesake != null && number.applyAsInt(namesake) != at) {
                moved = matching.moved.add(new Pair<>(member, namesake));
            }
            T successor = newNumbers.get(at);
            if (successor != null) {
                boolean known = !name.apply(successor).equals(name.apply(member))
                        && (moved || oldNames.containsKey(name.apply(successor)));
                (known ? matching.taken : matching.same).add(new Pair<>(member, successor));
            } else if (!moved) {
                matching.removed.add(member);
            }
        });
        newNumbers.forEach((at, member) -> {
            if (!oldNumbers.containsKey(at) && !oldNames.containsKey(name.apply(member))) {
                matching.added.add(member);
            }
        });
        return matching;
    }

    /** Whether members that both sides have are declared in another order. */
    boolean reordered(List<T> older, List<T> newer) {
        Map<T, T> successors = new HashMap<>();
        same.forEach(pair -> successors.put(pair.older(), pair.newer()));
        moved.forEach(pair -> successors.put(pair.older(), pair.newer()));
        Map<T, Integer> places = new HashMap<>();
        for (T member : newer) {
            places.put(member, places.size());
        }
        int last = -1;
        for (T member : older) {
            T successor = successors.get(member);
            Integer place = successor == null ? null : places.get(successor);
            if (place != null && place < last) {
                return true;
            }
            last = place == null ? last : place;
        }
        return false;
    }
}
