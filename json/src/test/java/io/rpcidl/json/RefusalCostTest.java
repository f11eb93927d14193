package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that is refused costs no more memory than a small multiple of its length (W-14.3). */
class RefusalCostTest {

    private static final int MANY = 200_000;

    /** Octets that may be allocated for each character: a character takes two, and is copied a few times. */
    private static final long TIMES = 16;

    private static final long ALLOWANCE = 1 << 20;

    private static final JsonForm FORM = JsonForm.of(Schemas.of(
            Schemas.struct("Chain", "1: ~Chain? next", "2: decimal? sum", "3: i64? number", "4: bytes? data"),
            Schemas.union("Tree", "1: leaf", "2: list<~Tree> trees")));

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("arrays", "t.v1.Chain", "{\"x\":" + "[".repeat(MANY)),
                Arguments.of("objects", "t.v1.Chain", "{\"next\":".repeat(MANY / 8)),
                Arguments.of("unions", "t.v1.Tree", "{\"trees\":[".repeat(MANY / 10)),
                Arguments.of("string", "t.v1.Chain", "{\"number\":\"" + "a".repeat(MANY) + "\"}"),
                Arguments.of("open string", "t.v1.Chain", "{\"number\":\"" + "a".repeat(MANY)),
                Arguments.of("escapes", "t.v1.Chain", "{\"number\":\"" + "\\u0031".repeat(MANY / 6) + "\"}"),
                Arguments.of("digits", "t.v1.Chain", "{\"sum\":" + "1".repeat(MANY) + "}"),
                Arguments.of("digits in quotes", "t.v1.Chain", "{\"sum\":\"" + "1".repeat(MANY) + "\"}"),
                Arguments.of("exponent", "t.v1.Chain", "{\"sum\":1e999999999}"),
                Arguments.of("exponent in quotes", "t.v1.Chain", "{\"sum\":\"-1E-999999999\"}"),
                Arguments.of("base64", "t.v1.Chain", "{\"data\":\"" + "A".repeat(MANY) + "!\"}"),
                Arguments.of("name", "t.v1.Chain", "{\"" + "a".repeat(MANY) + "\":}"),
                Arguments.of(
                        "octets",
                        "t.v1.Tree",
                        "{\"#9\":{\"kind\":\"string\",\"octets\":\"" + "ff".repeat(MANY / 2) + "\"}}"),
                Arguments.of("garbage", "t.v1.Chain", "\u0000".repeat(MANY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void costsLittle(String name, String type, String text) {
        MessageForm form = FORM.message(type);
        assertThat(cost(form, text)).as(name).isLessThan(TIMES * text.length() + ALLOWANCE);
    }

    private static long cost(MessageForm form, String text) {
        Refused.text(form, text, UnknownMembers.REFUSE);
        Refused.text(form, text, UnknownMembers.SKIP);
        long before = allocated();
        Refused.text(form, text, UnknownMembers.SKIP);
        return allocated() - before;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void boundsWhatShortTextsAskFor() {
        String[] fields = Stream.iterate(1, i -> i + 1)
                .limit(1_000)
                .map(i -> i + ": i32? f" + i)
                .toArray(String[]::new);
        MessageForm wide =
                JsonForm.of(Schemas.of(Schemas.struct("Wide", fields))).value("list<t.v1.Wide>");
        String text = "[" + "{},".repeat(MANY) + "{}]";
        assertThat(Refused.text(wide, text).clause()).isEqualTo("W-3.24");
        long before = allocated();
        Refused.text(wide, text);
        // The budget is 32 MiB; what it counts is an estimate.
        assertThat(allocated() - before).isLessThan(64L << 20);
    }
}
