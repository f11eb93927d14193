package io.rpcidl.compiler.syntax;

/** Turns ANTLR's offsets, which count code points, into offsets in UTF-16 units. */
final class Offsets {

    /** How many surrogate pairs end before each code point; empty when the text has none at all. */
    private final int[] pairsBefore;

    Offsets(String text) {
        int points = text.codePointCount(0, text.length());
        this.pairsBefore = new int[points == text.length() ? 0 : points + 1];
        int pairs = 0;
        int unit = 0;
        for (int point = 0; point + 1 < pairsBefore.length; point++) {
            if (Character.isSupplementaryCodePoint(text.codePointAt(unit))) {
                pairs++;
                unit++;
            }
            unit++;
            pairsBefore[point + 1] = pairs;
        }
    }

    int utf16(int codePoints) {
        return pairsBefore.length == 0 ? codePoints : codePoints + pairsBefore[codePoints];
    }
}
