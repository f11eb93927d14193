package io.rpcidl.compiler.source;

import java.util.Arrays;

/** The lines of one source: turns offsets into lines and columns, both counted from 1. */
public final class LineIndex {

    private final String text;
    private final int[] starts;

    /** Finds the lines of a source; a line ends with LF, CR LF or CR. */
    public LineIndex(SourceFile file) {
        this.text = file.text();
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean ends = unit == '\n' || (unit == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.multiplyExact(count, 2));
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** The line that holds the offset, from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of the offset in its line, from 1, in Unicode code points. */
    public int column(int offset) {
        int start = starts[line(offset) - 1];
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    /** The offset at which a line starts. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** The text of a line without its end. */
    public String text(int line) {
        int end = line < starts.length ? starts[line] : text.length();
        int start = start(line);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }
}
