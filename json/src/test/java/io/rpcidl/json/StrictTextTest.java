package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.wire.Limits;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no JSON or exceed a bound (W-14.2, W-14.3). */
class StrictTextTest {

    private final JsonForm form = JsonForm.of(Schemas.of(
            Schemas.struct(
                    "All", "1: f64 number = 0", "2: string text = \"\"", "3: list<bool> flags = []", "4: ~All? all"),
            Schemas.struct("Chain", "1: ~Chain? next"),
            Schemas.union("Tree", "1: leaf", "2: list<~Tree> trees"),
            Schemas.struct("Wide", wide())));
    private final MessageForm all = form.message("t.v1.All");

    private static String[] wide() {
        String[] fields = new String[200];
        Arrays.setAll(fields, i -> (i + 1) + ": i32? f" + i);
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{}1",
                "{,}",
                "{\"number\":1,}",
                "{'number':1}",
                "{number:1}",
                "{\"number\" 1}",
                "{\"number\":}",
                "{\"number\":01}",
                "{\"number\":.5}",
                "{\"number\":5.}",
                "{\"number\":+1}",
                "{\"number\":0x1}",
                "{\"number\":NaN}",
                "{\"number\":Infinity}",
                "{\"number\":-}",
                "{\"number\":1e}",
                "{\"number\":1 2}",
                "{\"number\":1a}",
                "{\"flags\":[true,]}",
                "{\"flags\":[,true]}",
                "{\"flags\":[true false]}",
                "{\"flags\":[True]}",
                "{\"flags\":[tru]}",
                "{\"flags\":[true}",
                "{\"text\":\"\n\"}",
                "{\"text\":\"\u0000\"}",
                "{\"text\":\"\\x\"}",
                "{\"text\":\"\\u12g4\"}",
                "{\"text\":\"\\'\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"text\":\"\\udc00\\ud800\"}",
                "{\"text\":\"\ud800\"}",
                "{\"text\":\"a}",
                "{/* */}",
                "{} // end",
                "# c\n{}",
                "\ufeff{}",
                "{}\u00a0",
                "{}\u0000",
            })
    void refusesWhatIsNotJson(String text) {
        JsonFormException refused = Refused.text(all, text);
        assertThat(refused.clause()).as(refused.getMessage()).isEqualTo("W-14.2");
        assertThat(refused.line()).isPositive();
        assertThat(refused.column()).isPositive();
        assertThat(refused.getMessage()).startsWith("$");
    }

    @Test
    void takesAllThatJsonAllows() {
        String text =
                " \t\r\n{ \"text\" : \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\" , \"number\" : -1.25e+2 ,\n \"flags\" : [ true , false ] } \n";
        assertThat(Refused.normalised(all, text))
                .isEqualTo("{\"number\":-125.0,\"text\":\"\\\"\\\\/\\b\\f\\n\\r\\t\u00e9\",\"flags\":[true,false]}");
    }

    @Test
    void refusesATextThatIsCutAnywhere() {
        String text =
                "{\"number\":1.5e3,\"text\":\"a\\u00e9\\ud83d\\ude00\",\"flags\":[true,false],\"all\":{\"number\":0}}";
        assertThat(all.parse(text, UnknownMembers.REFUSE)).isNotEmpty();
        for (int length = 0; length < text.length(); length++) {
            JsonFormException refused = Refused.text(all, text.substring(0, length));
            assertThat(refused.clause()).as("%s: %s", length, refused).isEqualTo("W-14.2");
        }
    }

    @Test
    void boundsTheDepth() {
        MessageForm chain = form.message("t.v1.Chain");
        assertThat(Refused.normalised(chain, deep(64))).isEqualTo(deep(64));
        JsonFormException refused = Refused.text(chain, deep(65));
        assertThat(refused.clause()).isEqualTo("W-3.22");
        assertThat(refused.column()).isEqualTo(1 + 64 * "{\"next\":".length());
        assertThat(Refused.text(chain, "{\"next\":".repeat(1_000_000)).clause()).isEqualTo("W-3.22");
        assertThat(Refused.text(chain, "[".repeat(1_000_000)).clause()).isEqualTo("W-14.5");
        assertThat(Refused.text(chain, "{\"x\":" + "[".repeat(1_000_000), UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-3.22");
    }

    private static String deep(int depth) {
        return "{\"next\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    @Test
    void countsTheDepthOfResultsAndOfVariantsWithoutAValue() {
        MessageForm tree = form.message("t.v1.Tree");
        // 1 for the result, 2 for each list in a union, 1 for the innermost union and 1 for its empty struct
        String deepest = "{\"trees\":[".repeat(30) + "{\"leaf\":null}" + "]}".repeat(30);
        assertThat(Refused.normalised(tree, deepest)).contains("\"leaf\":{}");
        JsonFormException refused = Refused.text(tree, "{\"trees\":[".repeat(32));
        assertThat(refused.clause()).isEqualTo("W-3.22");
        assertThat(refused.column()).isEqualTo(32 * "{\"trees\":[".length());
        assertThat(Refused.text(tree, "{\"trees\":[" + deepest + "]}").problem())
                .isEqualTo("values nest deeper than 64 levels");
    }

    @Test
    void boundsTheLengthOfNumbers() {
        String digits = "1".repeat(1_001);
        assertThat(Refused.text(all, "{\"number\":" + digits + "}").clause()).isEqualTo("W-14.3");
        assertThat(Refused.text(all, "{\"number\":0." + digits + "}").clause()).isEqualTo("W-14.3");
        assertThat(Refused.text(all, "{\"number\":1e" + digits + "}").clause()).isEqualTo("W-14.3");
        assertThat(Refused.text(form.value("decimal"), "\"" + digits + "\"").clause())
                .isEqualTo("W-14.3");
        assertThat(Refused.text(form.value("i64"), "\"" + digits + "\"").clause())
                .isEqualTo("W-14.7");
        String zeros = "0." + "0".repeat(998);
        assertThat(Refused.normalised(all, "{\"number\":" + zeros + "}")).contains("\"number\":0.0");
    }

    @Test
    void boundsTheLengthOfTexts() {
        MessageForm small = form(JsonLimits.DEFAULTS.withTextLength(40));
        assertThat(small.parse("{\"text\":\"" + "a".repeat(29) + "\"}", UnknownMembers.REFUSE))
                .isNotEmpty();
        assertThat(Refused.text(small, "{\"text\":\"" + "a".repeat(30) + "\"}").clause())
                .isEqualTo("W-14.3");
        byte[] octets = all.parse("{\"text\":\"" + "a".repeat(100) + "\"}", UnknownMembers.REFUSE);
        JsonFormException refused =
                catchThrowableOfType(JsonFormException.class, () -> small.print(octets, Printing.EXACT));
        assertThat(refused.problem()).isEqualTo("the text has more than 40 characters");
    }

    @Test
    void boundsTheMessage() {
        Limits limits = Limits.DEFAULTS.withMessageBytes(40);
        MessageForm small = form(JsonLimits.DEFAULTS.withMessage(limits));
        assertThat(Refused.text(small, "{\"text\":\"" + "a".repeat(200) + "\"}").problem())
                .isEqualTo("the message is larger than the limit of 40 bytes");
        assertThat(Refused.text(small, "{\"text\":\"" + "a".repeat(40) + "\"}").problem())
                .isEqualTo("the message is larger than the limit of 40 bytes");
        byte[] octets = all.parse("{\"text\":\"" + "a".repeat(40) + "\"}", UnknownMembers.REFUSE);
        assertThat(catchThrowableOfType(JsonFormException.class, () -> small.print(octets, Printing.EXACT))
                        .clause())
                .isEqualTo("W-7.4");
    }

    @Test
    void boundsTheBudgetOfUnits() {
        MessageForm small = form(JsonLimits.DEFAULTS.withMessage(Limits.DEFAULTS.withUnits(10)));
        assertThat(small.parse("{\"flags\":[" + "true,".repeat(6) + "true]}", UnknownMembers.REFUSE))
                .isNotEmpty();
        assertThat(Refused.text(small, "{\"flags\":[" + "true,".repeat(8) + "true]}")
                        .problem())
                .isEqualTo("the message has more than 10 fields, elements and pairs");
        // Found while reading, before a list of millions is there.
        JsonFormException refused = Refused.text(small, "{\"flags\":[" + "true,".repeat(20) + "true]}");
        assertThat(refused.path()).isEqualTo("$.flags[10]");
        assertThat(refused.clause()).isEqualTo("W-3.23");
    }

    @Test
    void boundsTheHeapThatShortTextsAskFor() {
        // Three characters ask for an object with 200 fields.
        MessageForm list = form.value("list<t.v1.Wide>");
        JsonFormException refused = Refused.text(list, "[" + "{},".repeat(1_000_000) + "{}]");
        assertThat(refused.clause()).isEqualTo("W-3.24");
        assertThat(refused.path()).startsWith("$[");
        String unknown = "{" + "\"%d\":1,".repeat(3);
        MessageForm small = form(JsonLimits.DEFAULTS.withMessage(Limits.DEFAULTS.withHeapBytes(200)));
        assertThat(Refused.text(small, String.format(unknown, 1, 2, 3), UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-3.24");
    }

    private static MessageForm form(JsonLimits limits) {
        return JsonForm.of(
                        Schemas.of(Schemas.struct("All", "2: string text = \"\"", "3: list<bool> flags = []")), limits)
                .message("t.v1.All");
    }
}
