package io.rpcidl.compiler.hostile;

import java.util.List;
import java.util.Random;

/** Texts that have broken other generators, and random ones made of them and of any characters. */
final class Payloads {

    /** Texts that mean something to javac, to javadoc, to JavaPoet, to a terminal or to our own layout. */
    static final List<String> KNOWN = List.of(
            "*/ class Injected {} /*",
            "\\u002a/ class Injected {} /\\u002a",
            "\\uuuu002a\\u002f int injected;",
            "\\\\u002a\\u002f",
            "\\",
            "\\u{2028}",
            "\"; int injected; String s = \"",
            "$S $L $$ $W $T $N $> $< $Z $[ $]",
            "@deprecated @see Nothing {@code {@link Nowhere}",
            "{@code",
            "<script>alert('x')</script> <p> <ul><li>",
            "`*`/ `` ` `a",
            "\r\rclass A{}\u0085class B{}\u2028class C{}\u2029",
            "\u202e\u2066\u200b\ufeff\u001a",
            "\u0000",
            "- a\n- b*/\n\n*\n/",
            "* / \n/ */",
            "((((",
            ")))),",
            "{;};",
            " = (\",",
            "// ",
            "%s %n %1$s",
            "\ud83d\ude00\udbff\udfff",
            "a".repeat(130),
            " ".repeat(200) + "x",
            "(, ".repeat(100),
            "word ".repeat(100));

    private static final String SPECIAL = "*/\\u02afF@{}<>&`$\"'-(),;=\n\r \t\u0000\u0085\u2028\u202e\ufeff";

    private Payloads() {}

    /** A text of up to six pieces. */
    static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(7); pieces > 0; pieces--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(KNOWN.get(random.nextInt(KNOWN.size())));
                case 1 ->
                    random.ints(random.nextInt(20), 0, SPECIAL.length()).forEach(i -> text.append(SPECIAL.charAt(i)));
                default ->
                    random.ints(random.nextInt(10), 0, random.nextBoolean() ? 0x3000 : 0x110000)
                            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                            .forEach(text::appendCodePoint);
            }
        }
        return text.toString();
    }
}
