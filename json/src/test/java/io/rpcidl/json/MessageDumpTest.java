package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.json.dump.MessageDump;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import io.rpcidl.wire.MalformedDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageDumpTest {

    private static final SchemaDescriptor SCHEMA = Schemas.of(
            Schemas.enumeration("State", Map.of("ON", 1)),
            Schemas.type("Pin", "string", null, true),
            Schemas.struct("Point", "1: i32 x", "2: decimal y"),
            Schemas.union("Choice", "1: ~Point point", "2: ~Pin pin", "300: none"),
            Schemas.struct(
                    "All", "1: list<~Point> points", "2: ~Choice? choice", "3: map<~Pin,u8>? pins", "4: ~State? state"),
            Schemas.struct("Nil"),
            Schemas.error("Gone", "1: u64 id"),
            Schemas.service(
                    "Things", Schemas.method(1, "get", "timestamp?", "1: u16 id"), Schemas.method(2, "end", null)));

    private static final SchemaIndex INDEX = SchemaIndex.of(SCHEMA);

    private static List<String> lines(MessageDump dump, Printing printing, String hex) {
        byte[] message = HexFormat.of().parseHex(hex.replace(" ", ""));
        List<String> lines = new ArrayList<>();
        dump.explain(message, printing, piece -> lines.add(piece.line(message).replaceAll("(?<=\\S)  +", "  ")));
        return lines;
    }

    @Test
    void namesWhatTheSchemaNames() {
        String message = "03 1e 1d 2a  1d01 02 14 1c 07000000 0302000a  03 0d ac02 00  0100";

        assertThat(lines(MessageDump.message(INDEX, "t.v1.All"), Printing.FOR_PEOPLE, message))
                .containsExactly(
                        "0000  03 1e 1d 2a  shape of 3 fields  W-3.2",
                        "0004  1d 01  uniform list of 1, each struct  points  W-3.13",
                        "0006  02 14 1c  shape of all elements, 2 fields  points  W-3.14",
                        "0009  07 00 00 00  i32 7  points[0].x  W-2.4",
                        "0013  03 02 00 0a  decimal 0.10  points[0].y  W-2.11",
                        "0017  03 0d ac 02  shape of a union  choice  W-3.10",
                        "0021  00  shape of no fields  choice.none  W-3.2",
                        "0022  01 00  enum 1 ON  state  W-2.8");
    }

    @Test
    void readsByKindsAlone() {
        String message = "03 1e 1b 1f  0b01 0161  0178  080b01 00000000000000000100000000 79";

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> lines(MessageDump.byKinds(), Printing.EXACT, message))
                .satisfies(e -> assertThat(e.clause()).isEqualTo("W-3.19"))
                .satisfies(e -> assertThat(e.path()).isEqualTo("#3"));
        assertThat(lines(MessageDump.byKinds(), Printing.EXACT, "02 1e 28  0b01 0161  ffffffffffffffff 0065cd1d"))
                .containsExactly(
                        "0000  02 1e 28  shape of 2 fields  W-3.2",
                        "0003  0b 01  list of 1, each string  #1  W-3.13",
                        "0005  01 61  string \"a\"  #1[0]  W-2.9",
                        "0007  ff ff ff ff ff ff ff ff 00 65 cd 1d  time -1 s and 500000000 ns  #3  W-2.6");
    }

    @Test
    void hidesFromPeopleWhatIsSensitiveAndWhatIsNotKnown() {
        MessageDump dump = MessageDump.message(INDEX, "t.v1.All");
        String message = "04 1e 1d 1f 6b  0d00  01 2b 0131  0b0201 0132 05  0133";

        assertThat(lines(dump, Printing.FOR_PEOPLE, message))
                .containsExactly(
                        "0000  04 1e 1d 1f 6b  shape of 4 fields  W-3.2",
                        "0005  0d 00  list of 0, each struct  points  W-3.13",
                        "0007  01 2b  shape of a union  choice  W-3.10",
                        "0009  ***  string, redacted  choice.pin  W-14.21",
                        "0011  ***  map, redacted  pins  W-14.21",
                        "0017  ***  string, redacted  #9  W-14.21");
        assertThat(lines(dump, Printing.EXACT, message))
                .contains(
                        "0009  01 31  string \"1\"  choice.pin  W-2.9",
                        "0014  01 32  string \"2\"  pins[0].key  W-2.9",
                        "0016  05  u8 5  pins[0].value  W-2.4",
                        "0017  01 33  string \"3\"  #9  W-2.9");
    }

    @Test
    void knowsAStructWithoutFields() {
        MessageDump dump = MessageDump.value(INDEX, TypeName.parse("t.v1.Nil"));

        assertThat(lines(dump, Printing.FOR_PEOPLE, "011d00")).contains("0002  00  shape of no fields  value  W-3.2");
    }

    @Test
    void stopsInsideWhatItHidesWithoutShowingIt() {
        byte[] message = HexFormat.of().parseHex("031e1d1f" + "0d00" + "012b0131" + "0b0202" + "013205");
        List<String> lines = new ArrayList<>();

        assertThatThrownBy(() -> MessageDump.message(INDEX, "t.v1.All")
                        .explain(message, Printing.FOR_PEOPLE, piece -> lines.add(piece.line(message))))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("pins: 2 elements need more than the 3 bytes left (at byte 12, W-3.17)");
        assertThat(lines.get(lines.size() - 1)).contains("***", "map, redacted").doesNotContain("0b");
    }

    @Test
    void knowsTheMessagesOfAMethodAndAnyTypeAlone() {
        assertThat(lines(MessageDump.parameters(INDEX, "t.v1.Things.get"), Printing.EXACT, "01 13 ffff"))
                .contains("0002  ff ff  u16 65535  id  W-2.4");
        assertThat(lines(
                        MessageDump.result(INDEX, "t.v1.Things.get"), Printing.EXACT, "0118 00000000000000000 0000000"))
                .contains("0002  00 00 00 00 00 00 00 00 00 00 00 00  timestamp 1970-01-01T00:00:00Z  result  W-2.6");
        assertThat(lines(MessageDump.result(INDEX, "t.v1.Things.end"), Printing.EXACT, "00"))
                .containsExactly("0000  00  shape of no fields  W-3.2");
        assertThat(lines(MessageDump.message(INDEX, "t.v1.Gone"), Printing.EXACT, "0115ffffffffffffffff"))
                .contains("0002  ff ff ff ff ff ff ff ff  u64 18446744073709551615  id  W-2.4");
        TypeName type = TypeName.parse("set<u8>");
        assertThat(lines(MessageDump.value(INDEX, type), Printing.EXACT, "011e0201fe"))
                .contains("0002  02 01  set of 1, each int8  value  W-3.13", "0004  fe  u8 254  value[0]  W-2.4");
        assertThatThrownBy(() -> MessageDump.result(INDEX, "t.v1.Things.gone"))
                .isInstanceOf(InvalidDescriptorException.class)
                .hasMessageContaining("t.v1.Things.gone");
        assertThatThrownBy(() -> MessageDump.message(INDEX, "t.v1.State"))
                .isInstanceOf(InvalidDescriptorException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                      | 1 bytes are needed, 0 are left (at byte 0, W-3.5)
            01 11 02                | #1: a bool is neither 0 nor 1 (at byte 2, W-2.3)
            01 11                   | #1: 1 bytes are needed, 0 are left (at byte 2, W-3.5)
            01 11 01 00             | 1 bytes follow the last value of the message (at byte 3, W-3.5)
            80 00                   | a varint is not in its shortest form or has more than 32 bits (at byte 0, W-1.3)
            05 11                   | a length of 5 is more than the 1 bytes left (at byte 0, W-1.6)
            01 10                   | field 1 is of kind 0, which is none (at byte 1, W-3.4)
            01 0b                   | a shape ends inside an entry (at byte 1, W-3.4)
            02 0b 0f                | a distance is not in its shortest form (at byte 1, W-3.3)
            04 0b 80 80 04          | the number of a field is above 65,535 (at byte 1, W-3.3)
            04 0b 80 80 80          | the number of a field is above 65,535 (at byte 1, W-3.3)
            01 1b 02 61 ff          | #1: a string is not valid UTF-8 (at byte 3, W-1.4)
            01 18 0000000000000000 00ca9a3b | #1: nanoseconds are not below 1,000,000,000 (at byte 10, W-2.6)
            01 1e 00 00             | #1: a value is of kind 0, which is none (at byte 2, W-2.1)
            01 1e 2b 00             | #1: the header of a list has unknown flags (at byte 2, W-3.13)
            01 1e 1b 00             | #1: a list of other values than structs is uniform (at byte 2, W-3.14)
            01 1e 1d 00             | #1: a uniform list has no element (at byte 3, W-3.14)
            01 1e 1d 01 00          | #1: a uniform list has an empty shape (at byte 4, W-3.14)
            01 1e 1d 02 01 15 00    | #1: 2 elements need more than the 1 bytes left (at byte 3, W-3.17)
            01 1e 05 ffffffff0f     | #1: 4294967295 elements need more than the 0 bytes left (at byte 3, W-3.17)
            01 1f 06 02 00          | #1: the keys of a map are f32 (at byte 2, W-3.19)
            01 1f 12 02 00          | #1: the header of a map has unknown flags (at byte 2, W-3.19)
            01 1f 02 02 02 01 01    | #1: 2 elements need more than the 2 bytes left (at byte 4, W-3.17)
            01 1e 0b 02 01 61 05 61 | #1[1]: a length of 5 is more than the 1 bytes left (at byte 6, W-1.6)
            """)
    void refusesWithOffsetPathAndClause(String hex, String message) {
        assertThatThrownBy(() -> lines(MessageDump.byKinds(), Printing.EXACT, hex))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(message);
    }

    @Test
    void endsInARefusalHoweverDeepValuesNest() {
        byte[] structs = new byte[1 << 20];
        for (int i = 0; i < structs.length; i++) {
            structs[i] = (byte) (i % 2 == 0 ? 0x01 : 0x1d);
        }
        byte[] lists = new byte[1 << 20];
        Arrays.fill(lists, (byte) 0x0e);
        lists[0] = 1;
        lists[1] = 0x1e;
        for (int i = 3; i < lists.length; i += 2) {
            lists[i] = 1;
        }

        for (byte[] deep : List.of(structs, lists)) {
            assertThatExceptionOfType(MalformedDataException.class)
                    .isThrownBy(() -> MessageDump.byKinds().explain(deep, Printing.EXACT, piece -> {}))
                    .satisfies(e -> assertThat(e.clause()).isEqualTo("W-3.22"));
        }
    }

    @Test
    void shortensWhatWouldNotBeALine() {
        String text = lines(MessageDump.byKinds(), Printing.EXACT, "011bac02" + "61".repeat(300))
                .get(1);
        // A struct in a struct, 40 times, each in the field 65,535; the innermost holds a bool.
        List<String> nested = lines(MessageDump.byKinds(), Printing.EXACT, "040dffff03".repeat(40) + "011101");

        assertThat(text)
                .startsWith("0002  ac 02 61 61 61 61 61 61 61 61 61 61 …  string \"aaa")
                .hasSizeLessThan(220);
        assertThat(nested.get(nested.size() - 1))
                .contains("  bool true  …")
                .endsWith(".#65535.#65535.#1  W-2.3")
                .hasSizeLessThan(180);
    }
}
