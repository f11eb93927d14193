package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of values of one piece (W-14.7 to W-14.14, W-14.19), and those that are none. */
class ScalarFormTest {

    private final JsonForm form = JsonForm.of(Schemas.of(
            Schemas.enumeration("State", Map.of("PLACED", 1, "PAID", 2)),
            Schemas.enumeration("Colour!", Map.of("RED", 1)),
            Schemas.type("Short", "string", 3L, false)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "bool | true | true",
                "i8 | -128 | -128",
                "i16 | 32767 | 32767",
                "i32 | -2147483648 | -2147483648",
                "i64 | -9223372036854775808 | \"-9223372036854775808\"",
                "i64 | \"9223372036854775807\" | \"9223372036854775807\"",
                "u8 | 255 | 255",
                "u16 | 65535 | 65535",
                "u32 | 4294967295 | 4294967295",
                "u64 | 18446744073709551615 | \"18446744073709551615\"",
                "u64 | \"0\" | \"0\"",
                "f32 | 0.1 | 0.1",
                "f32 | -0 | -0.0",
                "f32 | 3.4028235e38 | 3.4028235E38",
                "f64 | 1 | 1.0",
                "f64 | -0.0 | -0.0",
                "f64 | 2e-3 | 0.002",
                "f64 | 5.684341886080801e-14 | 5.684341886080801E-14",
                // Older JDKs print 1.9999999999999998E23 and 6.3100001E11.
                "f64 | 2e23 | 2.0E23",
                "f32 | 6.31e11 | 6.31E11",
                "f64 | 1e-999 | 0.0",
                "f64 | \"NaN\" | \"NaN\"",
                "f64 | \"-Infinity\" | \"-Infinity\"",
                "f32 | \"Infinity\" | \"Infinity\"",
                "decimal | 1.50 | \"1.50\"",
                "decimal | \"-1E+3\" | \"-1E+3\"",
                "decimal | 1e-10000 | \"1E-10000\"",
                "decimal | 0.00 | \"0.00\"",
                "string | \"\\u00e9\\ud83d\\ude00\\n\" | \"\u00e9\ud83d\ude00\\n\"",
                "string | \"\u202e\\u2028\" | \"\\u202e\\u2028\"",
                "string | \"\\u001F\\u007f\" | \"\\u001f\\u007f\"",
                "bytes | \"\" | \"\"",
                "bytes | \"AP8=\" | \"AP8=\"",
                "uuid | \"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\" | \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"",
                "timestamp | \"2026-01-31T10:30:00.250+02:00\" | \"2026-01-31T08:30:00.25Z\"",
                "timestamp | \"-0001-12-31T23:59:59Z\" | \"-0001-12-31T23:59:59Z\"",
                "timestamp | \"0000-02-29T00:00:00Z\" | \"0000-02-29T00:00:00Z\"",
                "timestamp | \"+10000-01-01T00:00:00Z\" | \"+10000-01-01T00:00:00Z\"",
                "timestamp | \"-1000000000-01-01T00:00:00Z\" | \"-1000000000-01-01T00:00:00Z\"",
                "timestamp | \"+1000000000-12-31T23:59:59.999999999Z\""
                        + " | \"+1000000000-12-31T23:59:59.999999999Z\"",
                "duration | \"1.500s\" | \"1.5s\"",
                "duration | \"-0.000000001s\" | \"-0.000000001s\"",
                "duration | \"9223372036854775807.999999999s\" | \"9223372036854775807.999999999s\"",
                "duration | \"-9223372036854775808s\" | \"-9223372036854775808s\"",
                "duration | \"-0s\" | \"0s\"",
                "~State | \"PAID\" | \"PAID\"",
                "~State | 2 | \"PAID\"",
                "~State | 65535 | 65535",
                "~Colour | 1 | \"RED\"",
                "~Short | \"\u20ac\" | \"\u20ac\"",
            })
    void readsAndPrints(String type, String text, String printed) {
        assertThat(Refused.normalised(form.value(Schemas.full(type)), text)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "bool | 1 | W-14.7",
                "bool | \"true\" | W-14.7",
                "bool | null | W-14.7",
                "i8 | 128 | W-14.7",
                "i8 | -129 | W-14.7",
                "i8 | \"1\" | W-14.7",
                "i32 | 1.0 | W-14.7",
                "i32 | 1e2 | W-14.7",
                "i32 | -0 | W-14.7",
                "i64 | \"9223372036854775808\" | W-14.7",
                "i64 | \"01\" | W-14.7",
                "i64 | \"+1\" | W-14.7",
                "i64 | \"\u0661\" | W-14.7",
                "i64 | \"\" | W-14.7",
                "i64 | \"-\" | W-14.7",
                "u8 | -1 | W-14.7",
                "u8 | 256 | W-14.7",
                "u32 | 4294967296 | W-14.7",
                "u64 | -1 | W-14.7",
                "u64 | 18446744073709551616 | W-14.7",
                "u64 | 100000000000000000000000 | W-14.7",
                "f32 | 3.5e38 | W-14.8",
                "f64 | 1e309 | W-14.8",
                "f64 | -1e999999999 | W-14.8",
                "f64 | \"1.5\" | W-14.8",
                "f64 | \"nan\" | W-14.8",
                "f64 | \"+Infinity\" | W-14.8",
                "decimal | \"1e10001\" | W-2.11",
                "decimal | 1e999999999 | W-2.11",
                "decimal | 1e99999999999 | W-14.9",
                "decimal | \".5\" | W-14.9",
                "decimal | \"+5\" | W-14.9",
                "decimal | \"5.\" | W-14.9",
                "decimal | \"0x1\" | W-14.9",
                "decimal | \"\u0661\" | W-14.9",
                "decimal | \"NaN\" | W-14.9",
                "decimal | true | W-14.9",
                "string | 1 | W-14.10",
                "string | null | W-14.10",
                "~Short | \"\u20aca\" | W-3.25",
                "bytes | \"AP8\" | W-14.10",
                "bytes | \"AP9=\" | W-14.10",
                "bytes | \"A P8=\" | W-14.10",
                "bytes | \"_-8=\" | W-14.10",
                "bytes | [] | W-14.10",
                "uuid | \"f81d4fae7dec11d0a76500a0c91e6bf6\" | W-14.11",
                "uuid | \"1-1-1-1-1\" | W-14.11",
                "timestamp | \"2026-02-29T00:00:00Z\" | W-14.12",
                "timestamp | \"2026-01-31T24:00:00Z\" | W-14.12",
                "timestamp | \"2026-12-31T23:59:60Z\" | W-14.12",
                "timestamp | \"2026-01-31t00:00:00z\" | W-14.12",
                "timestamp | \"2026-01-31T00:00:00\" | W-14.12",
                "timestamp | \"2026-01-31 00:00:00Z\" | W-14.12",
                "timestamp | \"2026-01-31T00:00:00.1234567890Z\" | W-14.12",
                "timestamp | \"+2026-01-31T00:00:00Z\" | W-14.12",
                "timestamp | \"-0000-01-31T00:00:00Z\" | W-14.12",
                "timestamp | \"+012026-01-31T00:00:00Z\" | W-14.12",
                "timestamp | \"10000-01-31T00:00:00Z\" | W-14.12",
                "timestamp | \"+1000000001-01-01T00:00:00Z\" | W-14.12",
                "timestamp | \"+1000000000-12-31T23:59:59-00:01\" | W-14.12",
                "timestamp | 0 | W-14.12",
                "duration | \"1\" | W-14.13",
                "duration | \"PT1S\" | W-14.13",
                "duration | \".5s\" | W-14.13",
                "duration | \"01s\" | W-14.13",
                "duration | \"1e2s\" | W-14.13",
                "duration | \"0.1234567890s\" | W-14.13",
                "duration | \"9223372036854775808s\" | W-14.13",
                "duration | \"-9223372036854775808.1s\" | W-14.13",
                "~State | \"paid\" | W-14.14",
                "~State | \"2\" | W-14.14",
                "~State | 65536 | W-14.7",
                "~State | {} | W-14.14",
                "~Colour | 2 | W-14.14",
            })
    void refuses(String type, String text, String clause) {
        JsonFormException refused = Refused.text(form.value(Schemas.full(type)), text);
        assertThat(refused.clause()).as(refused.getMessage()).isEqualTo(clause);
        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused.column()).isEqualTo(1);
        assertThat(refused.path()).isEqualTo("$");
    }

    @Test
    void namesTheNearestValueOfAnEnum() {
        assertThat(Refused.text(form.value("t.v1.State"), "\"PAYED\"").problem())
                .isEqualTo("State has no value of this name; did you mean PAID?");
    }

    @Test
    void losesThePayloadOfANan() {
        // W-14.20: field 1 of kind f64, a NaN with a sign and a payload
        byte[] octets = HexFormat.of().parseHex("0117010000000000f8ff");
        MessageForm f64 = form.value("f64");
        assertThat(f64.print(octets, Printing.EXACT)).isEqualTo("\"NaN\"");
        assertThat(HexFormat.of().formatHex(f64.parse("\"NaN\"", UnknownMembers.REFUSE)))
                .isEqualTo("0117000000000000f87f");
    }
}
