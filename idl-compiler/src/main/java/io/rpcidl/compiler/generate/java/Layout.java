package io.rpcidl.compiler.generate.java;

import java.util.List;

/** Where lines break, decided here because JavaPoet fills lines from the left, whatever stands on them. */
final class Layout {

    /** The longest line, in characters. */
    static final int WIDTH = 118;

    /** How much further the rest of a statement is indented. */
    static final int CONTINUATION = 8;

    private Layout() {}

    /** How long the code is on one line, when types are imported. */
    static int width(Code code) {
        return CodeWidth.of(code);
    }

    /** Whether code of that length fits behind so many characters. */
    static boolean fits(int used, Code code) {
        return used + width(code) <= WIDTH;
    }

    /**
     * Arguments on the same line, else on the next one, else each on a line of its own.
     *
     * @param used how many characters stand before them on their line
     * @param indent of the statement they are part of
     */
    static Code arguments(int used, int indent, List<Code> arguments) {
        Code line = Code.join(arguments, ", ");
        if (arguments.isEmpty() || fits(used, line)) {
            return line;
        }
        Code broken = fits(indent + CONTINUATION, line) ? line : Code.join(arguments, ",\n");
        return Code.of("\n$L", broken);
    }

    /** A choice on one line, else with its two results on lines of their own. */
    static Code choice(int used, Code condition, Code yes, Code no) {
        Code line = Code.of("$L ? $L : $L", condition, yes, no);
        return fits(used, line) ? line : Code.of("$L\n? $L\n: $L", condition, yes, no);
    }
}
