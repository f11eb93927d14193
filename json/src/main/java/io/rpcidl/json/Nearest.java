package io.rpcidl.json;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The known name that somebody may have meant. */
final class Nearest {

    /** No name is longer, and so nothing longer is near one. */
    private static final int LONGEST = 128;

    private Nearest() {}

    /** The end of a message: a question, or nothing when no name is near. */
    static String hint(String written, Collection<String> names) {
        String nearest = to(written, names);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    private static @Nullable String to(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int least = Math.min((written.length() + 1) / 2, Math.max(2, written.length() / 3)) + 1;
        // Sorted, so that of two that are equally near it is always the same one.
        for (String name : new TreeSet<>(names)) {
            if (Math.abs(name.length() - written.length()) < least) {
                int distance = distance(written, name);
                if (distance < least) {
                    least = distance;
                    nearest = name;
                }
            }
        }
        return nearest;
    }

    /** How many letters must be put in, taken out or changed; capital and small letters are the same. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int changed = same ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j - 1], diagonal) + 1);
            }
        }
        return row[other.length()];
    }
}
