package io.rpcidl.compiler.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that a mistyped one was most likely meant to be. */
public final class NearestName {

    /** Of shorter names too many are near to each other. */
    private static final int SHORTEST_SURE = 3;

    /** Letters that can be wrong in a long name. */
    private static final int FURTHEST = 3;

    private NearestName() {}

    /**
     * A known name near a mistyped one.
     *
     * @param name the known name
     * @param sure whether no other is as near and it is one slip of the finger away; numbers in names are never slips, nor
     *     is a plural
     */
    public record Suggestion(String name, boolean sure) {}

    /** The nearest candidate, the first in alphabetical order of several; empty when none is near. */
    public static Optional<Suggestion> of(String written, Collection<String> candidates) {
        int best = Math.min(FURTHEST, Math.max(1, written.length() / 3)) + 1;
        String found = null;
        boolean only = true;
        for (String candidate : new TreeSet<>(candidates)) {
            if (Math.abs(candidate.length() - written.length()) <= best) {
                int distance = distance(written, candidate);
                only = distance != best && (distance < best || only);
                if (distance < best) {
                    best = distance;
                    found = candidate;
                }
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new Suggestion(found, only && best <= 1 && isSlip(written, found)));
    }

    private static boolean isSlip(String written, String meant) {
        String left = written.toLowerCase(Locale.ROOT);
        String right = meant.toLowerCase(Locale.ROOT);
        return written.length() >= SHORTEST_SURE
                && left.replaceAll("[^0-9]", "").equals(right.replaceAll("[^0-9]", ""))
                && !left.equals(right + "s")
                && !right.equals(left + "s");
    }

    /**
     * How many letters must be inserted, removed, replaced or swapped with their neighbour; a letter in the other case
     * costs nothing but the tie.
     */
    private static int distance(String left, String right) {
        int[] beforePrevious = new int[right.length() + 1];
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (same(left, i, right, j) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && same(left, i, right, j - 1) && same(left, i - 1, right, j)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[right.length()];
    }

    private static boolean same(String left, int i, String right, int j) {
        return Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
    }
}
