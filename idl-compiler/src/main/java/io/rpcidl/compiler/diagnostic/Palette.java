package io.rpcidl.compiler.diagnostic;

/** The colours of the parts of a diagnostic: ANSI sequences around a text, or nothing at all. */
final class Palette {

    private static final String RESET = "\u001B[0m";
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[1;31m";
    private static final String GREEN = "\u001B[1;32m";
    private static final String YELLOW = "\u001B[1;33m";
    private static final String BLUE = "\u001B[1;34m";
    private static final String CYAN = "\u001B[1;36m";

    private final Colour colour;

    Palette(Colour colour) {
        this.colour = colour;
    }

    /** The word {@code error} or {@code warning}, and what underlines the place itself. */
    String severity(Severity severity, String text) {
        return painted(severity == Severity.ERROR ? RED : YELLOW, text);
    }

    /** The sentence of a diagnostic. */
    String sentence(String text) {
        return painted(BOLD, text);
    }

    /** Line numbers, bars and arrows. */
    String frame(String text) {
        return painted(BLUE, text);
    }

    /** What underlines a further place. */
    String further(String text) {
        return painted(CYAN, text);
    }

    /** The words {@code help} and {@code fix}. */
    String advice(String text) {
        return painted(GREEN, text);
    }

    private String painted(String sequence, String text) {
        return colour == Colour.NEVER || text.isEmpty() ? text : sequence + text + RESET;
    }
}
