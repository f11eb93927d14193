package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;

/** Where lines break, decided here because JavaPoet fills lines from the left, whatever stands on them. */
final class Layout {

    /** The longest line, in characters. */
    static final int WIDTH = 118;

    /** How much further the rest of a statement is indented. */
    static final int CONTINUATION = 8;

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z])");

    private Layout() {}

    /** How long the code is on one line, when types are imported. */
    static int width(CodeBlock code) {
        return PACKAGE.matcher(code.toString()).replaceAll("").length();
    }

    /** Whether code of that length fits behind so many characters. */
    static boolean fits(int used, CodeBlock code) {
        return used + width(code) <= WIDTH;
    }

    /**
     * Arguments on the same line, else on the next one, else each on a line of its own.
     *
     * @param used how many characters stand before them on their line
     * @param indent of the statement they are part of
     */
    static CodeBlock arguments(int used, int indent, List<CodeBlock> arguments) {
        CodeBlock line = CodeBlock.join(arguments, ", ");
        if (arguments.isEmpty() || fits(used, line)) {
            return line;
        }
        CodeBlock broken = fits(indent + CONTINUATION, line) ? line : CodeBlock.join(arguments, ",\n");
        return CodeBlock.of("\n$L", broken);
    }

    /** A choice on one line, else with its two results on lines of their own. */
    static CodeBlock choice(int used, CodeBlock condition, CodeBlock yes, CodeBlock no) {
        CodeBlock line = CodeBlock.of("$L ? $L : $L", condition, yes, no);
        return fits(used, line) ? line : CodeBlock.of("$L\n? $L\n: $L", condition, yes, no);
    }
}
