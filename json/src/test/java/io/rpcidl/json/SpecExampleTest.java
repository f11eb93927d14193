package io.rpcidl.json;

import static io.rpcidl.json.Schemas.enumeration;
import static io.rpcidl.json.Schemas.struct;
import static io.rpcidl.json.Schemas.type;
import static io.rpcidl.json.Schemas.union;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.SpecBlocks;
import io.rpcidl.schema.SchemaDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prints and parses the examples of chapter 14 of wire-spec.md, whose octets stand in chapters 11 and 14. */
class SpecExampleTest {

    private static final Pattern BLOCK = Pattern.compile("```json (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

    /** The types of chapter 11, and that of chapter 14. */
    static final SchemaDescriptor TYPES = Schemas.of(
            type("ProductId", "uuid"),
            enumeration("OrderState", Map.of("PLACED", 1, "PAID", 2)),
            enumeration("Colour!", Map.of("RED", 1, "GREEN", 7)),
            struct("Line", "1: ~ProductId product", "2: u32 quantity", "3: decimal price"),
            union("Payment", "1: ~Line line", "2: string voucher", "300: cash"),
            struct(
                    "Order",
                    "1: u64 id",
                    "2: list<~Line> lines",
                    "3: ~OrderState state = PLACED",
                    "4: string? note",
                    "5: timestamp placedAt",
                    "500: list<~Payment> payments",
                    "501: map<string,~Colour> colours",
                    "502: set<~ProductId> related"),
            struct(
                    "Sample",
                    "1: bool on",
                    "2: i8 small",
                    "3: i64 large",
                    "4: f32 ratio",
                    "5: f64 limit",
                    "6: bytes data",
                    "7: map<u16,string> marks",
                    "8: timestamp far",
                    "9: string pin @sensitive"));

    private final JsonForm form = JsonForm.of(TYPES);

    @Test
    void theOrder() throws IOException {
        assertTold("order", form.message("t.v1.Order"));
    }

    @Test
    void theOrderWithoutANote() throws IOException {
        assertTold("sparse", form.message("t.v1.Order"));
    }

    @Test
    void theResults() throws IOException {
        assertTold("duration", form.value("duration"));
        assertTold("decimal", form.value("decimal"));
    }

    @Test
    void theVariantThatIsNotKnown() throws IOException {
        assertTold("variant", form.message("t.v1.Payment"));
    }

    @Test
    void theSample() throws IOException {
        assertTold("sample", form.message("t.v1.Sample"));
    }

    @Test
    void theSampleForPeople() throws IOException {
        MessageForm sample = form.message("t.v1.Sample");
        String told = block("people");
        assertThat(sample.print(octets("sample"), Printing.FOR_PEOPLE)).isEqualTo(compact(told));
        assertThatThrownBy(() -> sample.parse(told, UnknownMembers.REFUSE))
                .isInstanceOfSatisfying(
                        JsonFormException.class,
                        refused -> assertThat(refused.clause()).isEqualTo("W-14.21"));
    }

    private static void assertTold(String name, MessageForm form) throws IOException {
        byte[] octets = octets(name);
        String told = block(name);
        assertThat(form.print(octets, Printing.EXACT)).isEqualTo(compact(told));
        assertThat(HexFormat.of().formatHex(form.parse(told, UnknownMembers.REFUSE)))
                .isEqualTo(HexFormat.of().formatHex(octets));
    }

    private static byte[] octets(String name) {
        return SpecBlocks.octets(SpecBlocks.all(), name);
    }

    private static String block(String name) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(SpecBlocks.SPEC));
        while (block.find()) {
            if (block.group(1).equals(name)) {
                return block.group(2);
            }
        }
        throw new IllegalStateException("wire-spec.md has no JSON named " + name);
    }

    /** The text without the white space between its tokens. */
    private static String compact(String text) {
        return SPACE.matcher(text)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)));
    }
}
