package io.rpcidl.compiler.lock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a line, between single blanks; a text between quotes is one word. */
final class Words {

    private final List<String> words;
    private int at;

    /**
     * Takes a line apart.
     *
     * @throws IllegalArgumentException if a quote has no end
     */
    Words(String line) {
        List<String> found = new ArrayList<>();
        int start = 0;
        while (start < line.length()) {
            int end = line.charAt(start) == '"' ? Quoted.end(line, start) : line.indexOf(' ', start);
            if (end < 0 && line.charAt(start) == '"') {
                throw new IllegalArgumentException("a quote has no end");
            }
            end = end < 0 ? line.length() : end;
            found.add(line.substring(start, end));
            start = end + 1;
        }
        words = List.copyOf(found);
    }

    boolean more() {
        return at < words.size();
    }

    /**
     * The next word.
     *
     * @param what it is, for the message
     * @throws IllegalArgumentException if there is none
     */
    String next(String what) {
        if (!more()) {
            throw new IllegalArgumentException("the line ends before " + what);
        }
        return words.get(at++);
    }

    /** Whether the next word is this one; it is not taken. */
    boolean is(String word) {
        return more() && words.get(at).equals(word);
    }

    /** Whether the next word is this one; then it is taken. */
    boolean take(String word) {
        boolean found = is(word);
        at += found ? 1 : 0;
        return found;
    }

    /** Whether the next word starts so; it is not taken. */
    boolean startsWith(String start) {
        return more() && words.get(at).startsWith(start);
    }

    boolean startsWithDigit() {
        return more() && words.get(at).matches("[0-9].*");
    }

    /** What stands between the brackets of the next word when it starts so, which is taken then; else null. */
    @Nullable
    String argument(String start) {
        if (!startsWith(start + "(") || !words.get(at).endsWith(")")) {
            return null;
        }
        String word = words.get(at++);
        return word.substring(start.length() + 1, word.length() - 1);
    }

    int number(String what) {
        String word = next(what);
        if (!word.matches("0|[1-9][0-9]{0,4}") || Integer.parseInt(word) > 65_535) {
            throw new IllegalArgumentException("`" + word + "` is no number from 0 to 65535");
        }
        return Integer.parseInt(word);
    }

    void end() {
        if (more()) {
            throw new IllegalArgumentException("`" + words.get(at) + "` is not expected here");
        }
    }
}
