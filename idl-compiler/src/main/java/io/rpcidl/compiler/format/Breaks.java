package io.rpcidl.compiler.format;

/**
 * How many lines end between two words that stand in different lines. Comments can stand between them, each in a line
 * of its own.
 *
 * @param least at the first place where a line ends; 2 is a blank line
 * @param most at that place
 * @param inside at most, between comments
 * @param last at most, right before the second word
 */
record Breaks(int least, int most, int inside, int last) {

    /** Exactly one blank line. */
    static final Breaks APART = new Breaks(2, 2, 2, 2);
    /** One blank line where there was one. */
    static final Breaks KEPT = new Breaks(1, 2, 2, 2);
    /** No blank line behind an opening brace. */
    static final Breaks FIRST = new Breaks(1, 1, 2, 2);
    /** No blank line before a closing brace. */
    static final Breaks CLOSING = new Breaks(1, 2, 2, 1);
    /** No blank line at all. */
    static final Breaks CLOSE = new Breaks(1, 1, 1, 1);

    /**
     * How many lines end at one place.
     *
     * @param written how many end there in the source
     */
    int at(Place place, int written) {
        return switch (place) {
            case FIRST -> Math.max(least, Math.min(written, most));
            case FIRST_AND_LAST -> Math.max(least, Math.min(written, Math.min(most, last)));
            case INSIDE -> Math.min(written, inside);
            case LAST -> Math.min(written, last);
        };
    }

    /** Where lines end between two words with comments. */
    enum Place {
        FIRST,
        FIRST_AND_LAST,
        INSIDE,
        LAST
    }
}
