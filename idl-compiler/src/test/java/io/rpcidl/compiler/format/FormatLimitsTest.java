package io.rpcidl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Sources as large and as deep as the language lets them be; where time grew faster than the source, this would hang. */
class FormatLimitsTest {

    private static final int MIB = 1 << 20;

    @Test
    void formatsSourcesOfOneMebibyte() {
        assertFormats("// c\n".repeat(MIB / 6), 800_000);
        assertFormats("/**/".repeat(MIB / 6), 400_000);
        assertFormats("struct S{" + "1:u8 a;/**/".repeat(33_000) + "}", 33_000 * 12);
        assertFormats("struct S {" + "1: u8 a /*\n*/ @a;".repeat(20_000) + "}", 20_000 * 12);
        assertFormats("service S { 1: void a(" + "1: u8 a,".repeat(33_000) + "1: u8 a); }", 33_000 * 10);
        assertFormats("service S { 1: void a() throws " + "1: a,".repeat(40_000) + "1: a; }", 40_000 * 10);
        assertFormats("type A = u8" + "@a".repeat(90_000) + ";", 90_000 * 3);
        assertFormats("const u8 A = [" + "1,".repeat(90_000) + "1];", 90_000 * 3);
        assertFormats("struct S{1:u8 a;}".repeat(18_000), 18_000 * 20);
        assertFormats("const string A=\"" + "a".repeat(16_000) + "\";", 16_000);
        assertFormats("struct S { reserved " + "1,".repeat(90_000) + "1; }", 90_000 * 3);
    }

    @Test
    void formatsSixtyFourBrackets() {
        String type = "a<".repeat(63) + "a" + ">".repeat(63);

        assertThat(Written.format("struct S{1:" + type + " b;}")).isEqualTo("struct S {\n  1: " + type + " b;\n}\n");
    }

    private static void assertFormats(String source, int least) {
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            String formatted = Written.format(source);
            assertThat(formatted).isNotNull();
            assertThat(formatted.length()).isGreaterThanOrEqualTo(least);
            assertThat(Written.format(formatted).equals(formatted)).isTrue();
        });
    }
}
