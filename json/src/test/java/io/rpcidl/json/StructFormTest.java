package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Structs, errors, and the messages of methods (W-14.4 to W-14.6). */
class StructFormTest {

    private final JsonForm form = JsonForm.of(Schemas.of(
            Schemas.enumeration("State", Map.of("PLACED", 1)),
            Schemas.struct("Line", "2: u8 quantity", "1: string product"),
            Schemas.struct(
                    "Order",
                    "1: string? note @max(3)",
                    "2: list<~Line> lines = []",
                    "3: ~State state = PLACED",
                    "4: u8 count = 7",
                    "5: f64 rate = 1.5",
                    "6: i64 id"),
            Schemas.struct("Empty"),
            Schemas.struct("Node", "1: ~Node? next", "2: map<string,~Node> others = []"),
            Schemas.error("Refused", "1: string reason"),
            Schemas.service(
                    "Orders",
                    Schemas.method(1, "get", "~Line?", "1: i64 id"),
                    Schemas.method(2, "list", "list<~Line>"),
                    Schemas.method(3, "cancel", null, "1: i64 id", "2: string? why"))));
    private final MessageForm order = form.message("t.v1.Order");

    @Test
    void writesFieldsInTheOrderOfTheirNumbers() {
        assertThat(Refused.normalised(form.message("t.v1.Line"), "{\"quantity\":1,\"product\":\"p\"}"))
                .isEqualTo("{\"product\":\"p\",\"quantity\":1}");
    }

    @Test
    void takesDefaultsForWhatTheTextLeavesOut() {
        assertThat(Refused.normalised(order, "{\"id\":1}"))
                .isEqualTo("{\"lines\":[],\"state\":\"PLACED\",\"count\":7,\"rate\":1.5,\"id\":\"1\"}");
    }

    @Test
    void printsDefaultsForWhatTheOctetsLeaveOut() {
        // the shape 01 65: field 6, an int64, and nothing else
        assertThat(order.print(new byte[] {1, 0x65, 1, 0, 0, 0, 0, 0, 0, 0}, Printing.EXACT))
                .isEqualTo("{\"lines\":[],\"state\":\"PLACED\",\"count\":7,\"rate\":1.5,\"id\":\"1\"}");
    }

    @Test
    void takesNullForAnAbsentOptionalFieldOnly() {
        assertThat(Refused.normalised(order, "{\"note\":null,\"id\":1}")).doesNotContain("note");
        assertThat(Refused.text(order, "{\"id\":1,\"count\":null}").problem())
                .isEqualTo("a number is expected, but here is null");
    }

    @Test
    void namesTheRequiredFieldThatIsAbsent() {
        JsonFormException refused = Refused.text(order, "{\n \"note\": \"a\"\n}");
        assertThat(refused.getMessage()).isEqualTo("$: the required field id (6) is absent (line 3, column 1, W-3.9)");
    }

    @Test
    void saysWhereInTheTextAProblemIs() {
        JsonFormException refused = Refused.text(
                order, "{\"id\": 1,\n  \"lines\": [{\"product\":\"a\",\"quantity\":1}, {\"quantity\": 256}]}");
        assertThat(refused.path()).isEqualTo("$.lines[1].quantity");
        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isEqualTo(56);
        assertThat(refused.problem()).isEqualTo("a number of u8 must be 0 to 255");
    }

    @Test
    void refusesUnknownMembersAndNamesTheNearestOne() {
        JsonFormException refused = Refused.text(order, "{\"id\":1, \"nota\":1}");
        assertThat(refused.getMessage())
                .isEqualTo("$: Order has no member nota; did you mean note? (line 1, column 10, W-14.6)");
        assertThat(Refused.text(order, "{\"\\u001b[31m\":1}").problem()).isEqualTo("Order has no member \\u001b[31m");
    }

    @Test
    void skipsUnknownMembersWhenAskedTo() {
        String text = "{\"x1\":{\"a\":[1,{\"b\":null}],\"c\":\"\"},\"id\":1,\"x2\":[],\"lines\":[{\"product\":\"a\","
                + "\"quantity\":1,\"x3\":true}]}";
        byte[] octets = order.parse(text, UnknownMembers.SKIP);
        assertThat(order.print(octets, Printing.EXACT))
                .contains("\"lines\":[{\"product\":\"a\",\"quantity\":1}]")
                .doesNotContain("x");
    }

    @Test
    void checksTheMembersThatItSkips() {
        assertThat(Refused.text(order, "{\"x\":1,\"x\":1,\"id\":1}", UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-14.2");
        assertThat(Refused.text(order, "{\"x\":{\"a\":1,\"a\":1},\"id\":1}", UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-14.2");
        assertThat(Refused.text(order, "{\"x\":[\"\\ud800\"],\"id\":1}", UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-14.2");
        String deep = "[".repeat(64) + "]".repeat(64);
        assertThat(Refused.text(order, "{\"x\":" + deep + ",\"id\":1}", UnknownMembers.SKIP)
                        .clause())
                .isEqualTo("W-3.22");
    }

    @Test
    void refusesAMemberThatStandsTwice() {
        JsonFormException refused = Refused.text(order, "{\"id\":1,\"\\u0069d\":1}");
        assertThat(refused.problem()).isEqualTo("the member id stands here twice");
        assertThat(refused.clause()).isEqualTo("W-14.2");
        assertThat(refused.column()).isEqualTo(9);
    }

    @Test
    void refusesATextThatIsTooLong() {
        JsonFormException refused = Refused.text(order, "{\"note\":\"abcd\",\"id\":1}");
        assertThat(refused.getMessage())
                .isEqualTo("$.note: 4 bytes are more than the 3 that @max allows (line 1, column 9, W-3.25)");
    }

    @Test
    void readsAndPrintsStructsWithoutFieldsAndErrors() {
        assertThat(Refused.normalised(form.message("t.v1.Empty"), " { } ")).isEqualTo("{}");
        assertThat(Refused.normalised(form.message("t.v1.Refused"), "{\"reason\":\"r\"}"))
                .isEqualTo("{\"reason\":\"r\"}");
    }

    @Test
    void readsAndPrintsTypesThatHoldThemselves() {
        String text = "{\"next\":{\"next\":{\"others\":{}},\"others\":{\"a\":{\"others\":{}}}},\"others\":{}}";
        assertThat(Refused.normalised(form.message("t.v1.Node"), text)).isEqualTo(text);
    }

    @Test
    void showsResultsWithoutTheStructAroundThem() {
        MessageForm get = form.result("t.v1.Orders.get");
        String line = "{\"product\":\"p\",\"quantity\":1}";
        assertThat(Refused.normalised(get, line)).isEqualTo(line);
        assertThat(Refused.normalised(get, "null")).isEqualTo("null");
        assertThat(get.parse("null", UnknownMembers.REFUSE)).containsExactly(0);
        assertThat(Refused.normalised(form.result("t.v1.Orders.list"), "[]")).isEqualTo("[]");
        assertThat(form.result("t.v1.Orders.list").parse("[]", UnknownMembers.REFUSE))
                .containsExactly(1, 0x1e, 0xd, 0);
    }

    @Test
    void showsTheResultOfAVoidMethodAsNull() {
        MessageForm cancel = form.result("t.v1.Orders.cancel");
        assertThat(cancel.parse(" null ", UnknownMembers.REFUSE)).containsExactly(0);
        assertThat(cancel.print(new byte[] {0}, Printing.EXACT)).isEqualTo("null");
        assertThat(Refused.text(cancel, "{}").clause()).isEqualTo("W-14.4");
        assertThat(Refused.text(form.result("t.v1.Orders.list"), "null").clause())
                .isEqualTo("W-14.15");
    }

    @Test
    void showsParametersAsAnObject() {
        MessageForm cancel = form.parameters("t.v1.Orders.cancel");
        assertThat(Refused.normalised(cancel, "{\"why\":\"w\",\"id\":7}")).isEqualTo("{\"id\":\"7\",\"why\":\"w\"}");
        assertThat(Refused.text(cancel, "{}").problem()).isEqualTo("the required field id (1) is absent");
        assertThat(Refused.normalised(form.parameters("t.v1.Orders.list"), "{}"))
                .isEqualTo("{}");
    }

    @Test
    void saysWhatIsWrongWithOctets() {
        JsonFormException refused = catchThrowableOfType(
                JsonFormException.class, () -> order.print(new byte[] {1, 0x61, 1}, Printing.EXACT));
        assertThat(refused.getMessage())
                .isEqualTo("Order.id: id is bool where the schema says int64 (at byte 2, W-3.8)");
        assertThat(refused.clause()).isEqualTo("W-3.8");
        assertThat(refused.path()).isEqualTo("Order.id");
        assertThat(refused.line()).isZero();
    }

    @Test
    void namesTheNearestDefinition() {
        assertThat(lookUp(() -> form.message("t.v1.Ordre")))
                .isEqualTo("the schema has no struct, error or union t.v1.Ordre; did you mean t.v1.Order?");
        assertThat(lookUp(() -> form.result("t.v1.Orders.gt")))
                .isEqualTo("the schema has no method t.v1.Orders.gt; did you mean t.v1.Orders.get?");
        assertThat(lookUp(() -> form.value("list<t.v1.Lime>")))
                .isEqualTo("no type has the name t.v1.Lime; did you mean t.v1.Line?");
        assertThat(lookUp(() -> form.value("list<"))).contains("malformed");
        assertThat(lookUp(() -> form.value("set<f64>"))).contains("element of a set");
    }

    private static String lookUp(ThrowingCallable call) {
        return catchThrowableOfType(JsonFormException.class, call).problem();
    }
}
