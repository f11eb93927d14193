package io.rpcidl.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference between a source and its formatted text, as {@code diff -u} writes it and {@code patch -p0} reads it.
 *
 * <p>Formatting changes white space only. So two lines belong together when as many other characters stand before one of them
 * as before the other, and no search for a shortest difference is needed: the time is that of reading both texts.
 */
final class UnifiedDiff {

    /** Lines that stay the same, shown around each change. */
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;

    /** All lines, in order: a blank, a minus or a plus, then the line. */
    private final List<String> lines = new ArrayList<>();

    UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
        align();
    }

    /** Lines with what ends them. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private void align() {
        List<String> added = new ArrayList<>();
        int left = 0;
        int right = 0;
        long ahead = 0;
        while (left < before.size() || right < after.size()) {
            if (ahead == 0
                    && left < before.size()
                    && right < after.size()
                    && before.get(left).equals(after.get(right))) {
                flush(added);
                lines.add(" " + before.get(left++));
                right++;
            } else if (right == after.size() || (left < before.size() && takesLeft(ahead, left, right))) {
                ahead += inked(before.get(left));
                lines.add("-" + before.get(left++));
            } else {
                ahead -= inked(after.get(right));
                added.add("+" + after.get(right++));
            }
        }
        flush(added);
    }

    /** A line that holds nothing goes first: then the next ones may be the same. */
    private boolean takesLeft(long ahead, int left, int right) {
        if (ahead != 0) {
            return ahead < 0;
        }
        return inked(before.get(left)) == 0 || inked(after.get(right)) != 0;
    }

    /** In a change, what goes stands before what comes. */
    private void flush(List<String> added) {
        lines.addAll(added);
        added.clear();
    }

    private static long inked(String line) {
        return line.chars()
                .filter(character -> !Character.isWhitespace(character))
                .count();
    }

    /**
     * The whole difference.
     *
     * @param file what both texts are called
     */
    String text(String file) {
        StringBuilder text = new StringBuilder("--- " + file + "\n+++ " + file + "\n");
        int left = 0;
        int right = 0;
        int at = 0;
        while (at < lines.size()) {
            int change = nextChange(at, lines.size());
            if (change == lines.size()) {
                break;
            }
            int from = Math.max(at, change - CONTEXT);
            left += from - at;
            right += from - at;
            int to = hunkEnd(change);
            int removed = count(from, to, '+');
            int added = count(from, to, '-');
            text.append("@@ -").append(range(left, removed));
            text.append(" +").append(range(right, added)).append(" @@\n");
            lines.subList(from, to).forEach(line -> append(line, text));
            left += removed;
            right += added;
            at = to;
        }
        return text.toString();
    }

    private int nextChange(int from, int limit) {
        int at = from;
        while (at < limit && lines.get(at).charAt(0) == ' ') {
            at++;
        }
        return at;
    }

    /** Changes whose contexts touch are shown as one. */
    private int hunkEnd(int change) {
        int last = change;
        while (true) {
            int limit = Math.min(lines.size(), last + 2 * CONTEXT + 2);
            int next = nextChange(last + 1, limit);
            if (next == limit) {
                return Math.min(lines.size(), last + 1 + CONTEXT);
            }
            last = next;
        }
    }

    /** How many lines of one side there are: all but those of the other. */
    private int count(int from, int to, char other) {
        return (int) lines.subList(from, to).stream()
                .filter(line -> line.charAt(0) != other)
                .count();
    }

    /** A range without lines is named by the line before it. */
    private static String range(int start, int count) {
        int first = count == 0 ? start : start + 1;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    private static void append(String line, StringBuilder text) {
        text.append(line);
        if (!line.endsWith("\n")) {
            text.append("\n\\ No newline at end of file\n");
        }
    }
}
