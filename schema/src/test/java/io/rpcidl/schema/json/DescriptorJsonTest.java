package io.rpcidl.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.schema.ConstantSchema;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.Samples;
import io.rpcidl.schema.SchemaDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                      | line 1, column 1 ($): the text is empty
                    []                                      | line 1, column 1 ($): an object is expected, not an array
                    {"files": 3}                            | line 1, column 11 ($.files): an array is expected, not a number
                    {"files": []} 1                         | line 1, column 15 ($): nothing may follow the one value
                    {"file": []}                            | line 1, column 10 ($.file): there is no such member
                    {"files": [{}]}                         | line 1, column 12 ($.files[0]): the member "path" is missing
                    {"files": [{"path": true}]}             | line 1, column 21 ($.files[0].path): a string is expected, not true
                    {"files": [], "files": []}              | this is no JSON: Duplicate Object property "files"
                    {"files": [],}                          | this is no JSON
                    {files: []}                             | this is no JSON
                    {"files": [NaN]}                        | this is no JSON
                    {"files": [] // none                    | this is no JSON
                    """)
    void namesThePlaceOfAMistake(String text, String message) {
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> DescriptorJson.read(text))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "number": 7    | "number": 65536     | line 6, column 48 ($.files[0].definitions[2].enumeration.values[1].number): a whole number from 0 to 65535
                    "number": 7    | "number": -1        | a whole number from 0 to 65535
                    "number": 7    | "number": 7.0       | a whole number from 0 to 65535
                    "number": 7    | "number": "7"       | a whole number from 0 to 65535
                    "max": 20      | "max": 4294967296   | a whole number from 0 to 4294967295
                    "READONLY"     | "PURE"              | NONE, READONLY, IDEMPOTENT or ONEWAY is expected
                    "2.5s"         | "2.5"               | a duration is seconds and an s
                    "2.5s"         | "1e3s"              | a duration is seconds and an s
                    "2.5s"         | "9999999999999999999s" | a duration is seconds and an s
                    {"after": "2.5s"} | {}               | an object with exactly one member
                    {"after": "2.5s"} | {"before": "2s"} | there is no such variant
                    {"enumValue": "NEW"} | {"uuid": "1-1-1-1-1"} | a uuid is like
                    {"enumValue": "NEW"} | {"timestamp": "2026-02-30T00:00:00Z"} | there is no such day
                    {"enumValue": "NEW"} | {"timestamp": "2026-02-20T24:00:00Z"} | a timestamp is like
                    {"enumValue": "NEW"} | {"decimal": "0x1"}   | a decimal number is expected
                    {"enumValue": "NEW"} | {"decimal": "1E999999999"} | a decimal number is expected
                    {"enumValue": "NEW"} | {"floating": 1e999}  | the number is too large for f64
                    {"enumValue": "NEW"} | {"floating": "nan"}  | a number, "NaN"
                    {"empty": {}}  | {"empty": {"x": 1}}  | an empty object is expected
                    """)
    void refusesValuesOfTheWrongForm(String from, String to, String message) {
        assertThat(Samples.JSON).contains(from);
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> DescriptorJson.read(Samples.JSON.replace(from, to)))
                .withMessageContaining(message);
    }

    @Test
    void refusesWhatNestsDeeperThanAnyDescriptor() {
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> DescriptorJson.read("[".repeat(100_000)))
                .withMessageContaining("this is no JSON");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> DescriptorJson.read(
                        Samples.JSON.replace("\"number\": 7, ", "\"number\": 7, \"documentation\": \"\\ud800\", ")))
                .withMessageContaining("unpaired surrogate");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                0.1,
                2e-3,
                1e300,
                4.9e-324,
                1.7976931348623157e308,
                Double.NaN,
                Double.NEGATIVE_INFINITY
            })
    void keepsEveryNumber(double number) {
        LiteralSchema literal = new LiteralSchema.OfFloating(number);
        assertThat(literalOf(DescriptorJson.write(with("f64", literal)))).isEqualTo(literal);
    }

    /** Older JDKs print 2.0E-3 as 0.0020 and 2.0E10 with other digits than newer ones. */
    @Test
    void writesTheShortestDigitsOnEveryJdk() {
        assertThat(DescriptorJson.write(with("f64", new LiteralSchema.OfFloating(2.2250738585072014E-308))))
                .contains("\"floating\": 2.2250738585072014E-308");
        assertThat(DescriptorJson.write(with("f64", new LiteralSchema.OfFloating(2e-44))))
                .contains("2.0E-44");
    }

    @ParameterizedTest
    @CsvSource({
        "1769860800, 0, 2026-01-31T12:00:00Z",
        "1769860800, 500000000, 2026-01-31T12:00:00.5Z",
        "1769860800, 120, 2026-01-31T12:00:00.00000012Z",
        "-62167219201, 999999999, -0001-12-31T23:59:59.999999999Z",
        "253402300800, 0, +10000-01-01T00:00:00Z"
    })
    void writesAsManyDigitsOfAMomentAsItTakes(long seconds, int nanos, String text) {
        LiteralSchema literal = new LiteralSchema.OfTimestamp(Instant.ofEpochSecond(seconds, nanos));
        String json = DescriptorJson.write(with("timestamp", literal));
        assertThat(json).contains("\"" + text + "\"");
        assertThat(literalOf(json)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource({"90, 0, 90s", "-1, 500000000, -0.5s", "0, 0, 0s", "100, 1, 100.000000001s"})
    void writesAsManyDigitsOfADurationAsItTakes(long seconds, int nanos, String text) {
        LiteralSchema literal = new LiteralSchema.OfDuration(Duration.ofSeconds(seconds, nanos));
        assertThat(DescriptorJson.write(with("duration", literal))).contains("\"" + text + "\"");
    }

    @Property(tries = 500)
    void keepsEveryTime(@ForAll long seed) {
        Random random = new Random(seed);
        long seconds = random.nextLong() >> random.nextInt(64);
        Instant instant = Instant.ofEpochSecond(
                Math.floorMod(seconds, 2 * 31_556_889_864_403_199L) - 31_556_889_864_403_199L, nanos(random));
        for (LiteralSchema literal : new LiteralSchema[] {
            new LiteralSchema.OfTimestamp(instant),
            new LiteralSchema.OfDuration(Duration.ofSeconds(seconds, nanos(random)))
        }) {
            String type = literal instanceof LiteralSchema.OfDuration ? "duration" : "timestamp";
            String text = DescriptorJson.write(with(type, literal));
            assertThat(literalOf(text)).as(text).isEqualTo(literal);
        }
    }

    /** Whatever is cut from or put into a text: it is refused in words or it is a descriptor. */
    @Property(tries = 2_000)
    void neverThrowsAnythingElse(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(Samples.JSON);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + random.nextInt(8));
            text.replace(start, end, Samples.JSON.substring(random.nextInt(200), 200 + random.nextInt(9)));
        }
        try {
            SchemaDescriptor descriptor = DescriptorJson.read(text.toString());
            assertThat(DescriptorJson.read(DescriptorJson.write(descriptor))).isEqualTo(descriptor);
        } catch (InvalidDescriptorException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    private static int nanos(Random random) {
        return random.nextBoolean() ? random.nextInt(1_000) * 1_000_000 : random.nextInt(1_000_000_000);
    }

    private static SchemaDescriptor with(String type, LiteralSchema literal) {
        ConstantSchema constant =
                ConstantSchema.builder().name("C").type(type).value(literal).build();
        FileSchema file = FileSchema.builder()
                .path("a.rpcidl")
                .packageName("p")
                .definitions(List.of(new DefinitionSchema.OfConstant(constant)))
                .build();
        return new SchemaDescriptor(List.of(file));
    }

    private static LiteralSchema literalOf(String text) {
        return ((DefinitionSchema.OfConstant)
                        DescriptorJson.read(text).files().get(0).definitions().get(0))
                .constant()
                .value();
    }
}
