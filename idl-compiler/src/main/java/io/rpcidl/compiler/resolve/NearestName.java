package io.rpcidl.compiler.resolve;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that a mistyped one was most likely meant to be. */
public final class NearestName {

    private NearestName() {}

    /** The nearest candidate, the first in alphabetical order of several; empty when none is near. */
    public static Optional<String> of(String written, Collection<String> candidates) {
        int best = Math.max(1, written.length() / 3) + 1;
        String found = null;
        for (String candidate : new TreeSet<>(candidates)) {
            if (Math.abs(candidate.length() - written.length()) < best) {
                int distance = distance(written, candidate);
                if (distance < best) {
                    best = distance;
                    found = candidate;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** How many letters must be inserted, removed or replaced; a letter in the other case costs nothing but the tie. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                char a = Character.toLowerCase(left.charAt(i - 1));
                char b = Character.toLowerCase(right.charAt(j - 1));
                int replaced = previous[j - 1] + (a == b ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
