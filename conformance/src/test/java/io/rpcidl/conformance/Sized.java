package io.rpcidl.conformance;

import static io.rpcidl.conformance.Hex.decimal;
import static io.rpcidl.conformance.Hex.number;
import static io.rpcidl.conformance.Hex.sized;
import static io.rpcidl.conformance.Hex.text;
import static io.rpcidl.conformance.Hex.varint;

import java.math.BigInteger;
import java.util.List;

/** Subjects that begin with a length: strings, bytes and decimals. */
final class Sized {

    private Sized() {}

    static List<Subject> all() {
        return List.of(string(), code(), bytes(), decimals());
    }

    /** What is wrong with a length whatever follows it. */
    private static Subject lengths(Subject subject) {
        return subject.bad("length-with-a-zero-octet", "8000", "W-1.3")
                .bad("length-ends-in-a-zero-octet", "80808000", "W-1.3")
                .bad("length-of-33-bits", "ffffffff1f", "W-1.3")
                .bad("length-of-six-octets", "808080808001", "W-1.3")
                .bad("length-of-32-bits", "ffffffff0f", "W-1.6")
                .bad("length-with-the-sign-of-an-int", varint(0x80000000L), "W-1.6")
                .badAtEnd("length-one-too-large", "046162" + "63", "W-1.6")
                .badAtEnd("length-cut-short", "80", "W-1.3", "W-3.5")
                .badAtEnd("missing", "", "W-3.5");
    }

    private static Subject string() {
        Subject subject = lengths(Subject.of("string", 17, "string", Hex.STRING, "W-2.9"));
        texts(subject, "a", "", "\u00e9", "\u0800", "\ud7ff", "\ue000", "\ufffd", "\uffff", "\u0000", "\ufeff");
        texts(subject, "\ud800\udc00", "\udbff\udfff", "a\"\\\n", "x".repeat(127), "x".repeat(128));
        notUtf8(subject, "lone-continuation", "80");
        notUtf8(subject, "overlong-zero", "c080");
        notUtf8(subject, "overlong-in-two", "c1bf");
        notUtf8(subject, "overlong-in-three", "e09fbf");
        notUtf8(subject, "overlong-in-four", "f08fbfbf");
        notUtf8(subject, "first-surrogate", "eda080");
        notUtf8(subject, "last-surrogate", "edbfbf");
        notUtf8(subject, "pair-of-surrogates", "eda080edb080");
        notUtf8(subject, "above-10ffff", "f4908080");
        notUtf8(subject, "five-octets", "f888808080");
        notUtf8(subject, "octet-ff", "ff");
        notUtf8(subject, "cut-short-in-two", "61c3");
        notUtf8(subject, "cut-short-in-three", "e282");
        notUtf8(subject, "cut-short-in-four", "f09f98");
        notUtf8(subject, "no-continuation", "c341");
        notUtf8(subject, "one-continuation-of-two", "e28241");
        notUtf8(subject, "behind-much-ascii", "61".repeat(20) + "80");
        return subject;
    }

    private static void texts(Subject subject, String... texts) {
        for (String text : texts) {
            StringBuilder name = new StringBuilder();
            text.codePoints()
                    .limit(4)
                    .forEach(c -> name.append(name.isEmpty() ? "" : "-").append(Integer.toHexString(c)));
            String label = text.length() > 4 ? "of-" + text.length() : name.isEmpty() ? "empty" : "u-" + name;
            subject.good(label, text(text), Json.quoted(text));
        }
    }

    private static void notUtf8(Subject subject, String name, String octets) {
        subject.bad(name, sized(octets), "W-1.4");
    }

    private static Subject code() {
        return Subject.of("code", 18, "~Code", Hex.STRING, "W-3.25")
                .good("as-long-as-it-may-be", text("abcd"), "\"abcd\"")
                .good("octets-count", text("\u00e9\u00e9"), "\"\u00e9\u00e9\"".replace("\u00e9", "\\u00e9"))
                .badBySchema("too-long", text("abcde"), "W-3.25")
                .badBySchema("too-many-octets", text("\u00e9\u00e9\u00e9"), "W-3.25");
    }

    private static Subject bytes() {
        return lengths(Subject.of("bytes", 19, "bytes", Hex.BYTES, "W-2.10")
                .good("three", "0300ff10", "\"AP8Q\"")
                .good("empty", "00", "\"\"")
                .good("no-utf8", "02c080", "\"wIA=\"")
                .good("of-128", varint(128) + "00".repeat(128), "\"" + "A".repeat(171) + "=\""));
    }

    private static Subject decimals() {
        BigInteger most = BigInteger.TWO.pow(511).subtract(BigInteger.ONE);
        Subject subject = Subject.of("decimal", 20, "decimal", Hex.BYTES, "W-2.11")
                .good("9.99", decimal(2, "e703"), "\"9.99\"")
                .good("zero", decimal(0, "00"), "\"0\"")
                .good("zero-with-a-scale", decimal(2, "00"), "\"0.00\"")
                .good("minus-one", decimal(0, "ff"), "\"-1\"")
                .good("127", decimal(0, "7f"), "\"127\"")
                .good("128", decimal(0, "8000"), "\"128\"")
                .good("minus-128", decimal(0, "80"), "\"-128\"")
                .good("minus-129", decimal(0, "7fff"), "\"-129\"")
                .good("thousands", decimal(-3, "01"), "\"1E+3\"")
                .good("eight-octets", decimal(0, number(8, Long.MAX_VALUE)), "\"9223372036854775807\"")
                .good("nine-octets", decimal(0, "000000000000000001"), "\"18446744073709551616\"")
                .good("largest-scale", decimal(10_000, "01"), "\"1E-10000\"")
                .good("smallest-scale", decimal(-10_000, "01"), "\"1E+10000\"")
                .good("64-octets", decimal(0, number(64, most)), "\"" + most + "\"")
                .good("64-octets-below-zero", decimal(0, number(64, most.not())), "\"" + most.not() + "\"");
        subject.badBySchema("no-octets", "00", "W-2.11")
                .badBySchema("half-a-scale", "0100", "W-2.11")
                .badBySchema("scale-only", "020000", "W-2.11")
                .badBySchema("65-octets", decimal(0, number(65, most.shiftLeft(1))), "W-2.11")
                .badBySchema("scale-too-large", decimal(10_001, "01"), "W-2.11")
                .badBySchema("scale-too-small", decimal(-10_001, "01"), "W-2.11")
                .badBySchema("scale-of-all-bits-but-one", decimal(32_767, "01"), "W-2.11")
                .badBySchema("scale-of-the-top-bit", decimal(-32_768, "01"), "W-2.11")
                .badBySchema("zero-in-two-octets", decimal(0, "0000"), "W-2.11")
                .badBySchema("minus-one-in-two-octets", decimal(0, "ffff"), "W-2.11")
                .badBySchema("127-in-two-octets", decimal(0, "7f00"), "W-2.11")
                .badBySchema("minus-128-in-two-octets", decimal(0, "80ff"), "W-2.11")
                .badBySchema("long-and-not-shortest", decimal(0, "01".repeat(20) + "00"), "W-2.11");
        return lengths(subject);
    }
}
