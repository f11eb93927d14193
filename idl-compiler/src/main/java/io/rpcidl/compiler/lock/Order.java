package io.rpcidl.compiler.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The order of declaration, told by each member on its own. As many members as possible stand in the order of their numbers
 * and say nothing; each of the others names the member that is declared before it: {@code after 3}. So most lines say nothing,
 * and a member with a new highest number changes no line but its own, wherever it is added.
 */
final class Order {

    static final String AFTER = "after";

    /** Stands for the place before the first member. */
    private static final int NONE = -1;

    private Order() {}

    /** What to add to the line of each member; empty where nothing is to be said. */
    static <T> Map<Integer, String> notes(List<T> declared, ToIntFunction<T> number) {
        int[] numbers = declared.stream().mapToInt(number).toArray();
        boolean[] ascending = longestAscent(numbers);
        Map<Integer, String> notes = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            String before = i == 0 ? "none" : Integer.toString(numbers[i - 1]);
            notes.put(numbers[i], ascending[i] ? "" : " " + AFTER + " " + before);
        }
        return notes;
    }

    /** Which numbers belong to a longest run that ascends, others between them aside. */
    private static boolean[] longestAscent(int[] numbers) {
        int[] tails = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[tails[middle]] < numbers[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? NONE : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] belongs = new boolean[numbers.length];
        for (int i = length == 0 ? NONE : tails[length - 1]; i != NONE; i = before[i]) {
            belongs[i] = true;
        }
        return belongs;
    }

    /** Reads what {@link #notes} writes: null when nothing is said, else the number before, or -1 for the first. */
    static @Nullable Integer read(Words words) {
        if (!words.take(AFTER)) {
            return null;
        }
        return words.take("none") ? NONE : words.number("the number of the member before");
    }

    /**
     * Members in the order of declaration. What a merge has left without sense comes last.
     *
     * @param members by number
     * @param after what the lines say
     */
    static <T> List<T> declared(SortedMap<Integer, T> members, Map<Integer, Integer> after) {
        Map<Integer, List<Integer>> followers = new TreeMap<>();
        Deque<Integer> next = new ArrayDeque<>();
        for (Integer number : members.keySet()) {
            Integer before = after.get(number);
            if (before == null) {
                next.add(number);
            } else {
                followers.computeIfAbsent(before, key -> new ArrayList<>()).add(number);
            }
        }
        first(followers.getOrDefault(NONE, List.of()), next);
        SortedMap<Integer, T> left = new TreeMap<>(members);
        List<T> declared = new ArrayList<>();
        while (!next.isEmpty()) {
            Integer number = next.removeFirst();
            T member = left.remove(number);
            if (member != null) {
                declared.add(member);
                first(followers.getOrDefault(number, List.of()), next);
            }
        }
        declared.addAll(left.values());
        return declared;
    }

    /** Puts numbers in front of those that wait, in their order. */
    private static void first(List<Integer> numbers, Deque<Integer> next) {
        for (int i = numbers.size() - 1; i >= 0; i--) {
            next.addFirst(numbers.get(i));
        }
    }
}
