package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.codec.sample.Colour;
import io.rpcidl.codec.sample.Line;
import io.rpcidl.codec.sample.Node;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.wire.MalformedDataException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row A21 of the catalogue of hostile inputs: each form of malformed data names its clause. */
class MalformedDataTest {

    @ParameterizedTest
    @CsvSource({
        "W-3.5, 01 11, no value",
        "W-2.3, 01 11 02, bool 2",
        "W-3.8, 01 12 00, another kind than bool",
        "W-3.4, 01 10, kind 0",
        "W-3.3, 02 01 0F 00, long distance below 16",
        "W-3.3, 03 01 9000 00, distance in a long form",
        "W-3.3, 04 01 FFFF04 00, number above 65535",
        "W-3.3, 04 01 808004 00, number 65536",
        "W-3.3, 05 01 FFFFFF7F 00, distance of four bytes",
        "W-3.4, 02 01 80, shape ends inside an entry",
        "W-1.6, 05 11, shape longer than the message",
        "W-1.3, 818000 11 00, length of the shape in a long form",
        "W-1.3, FFFFFFFF1F, varint of 33 bits",
        "W-1.3, 808080808000, varint of six bytes",
        "W-3.9, 00, required field absent",
        "W-3.5, 01 11 01 00, bytes behind the last value",
        "W-3.5, '', nothing at all"
    })
    void namesTheClauseOfAMalformedMessage(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.result(Codecs.BOOL), octets).clause()).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource({
        "W-2.6, 01 18 0000000000000000 00CA9A3B, a full second of nanoseconds",
        "W-2.6, 01 18 0000000000000000 FFFFFFFF, negative nanoseconds",
        "W-2.6, 01 18 FFFFFFFFFFFFFF7F 00000000, the year is out of range",
        "W-2.6, 01 18 0000000000000080 00000000, the year is out of range",
        "W-3.5, 01 18 0000000000000000 000000, cut off"
    })
    void refusesTimesThatAreNone(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.result(Codecs.TIMESTAMP), octets).clause()).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource({
        "W-2.11, 02 0000, no digits",
        "W-2.11, 00, nothing",
        "W-2.11, 04 0000 0000, zero in two bytes",
        "W-2.11, 04 0000 FFFF, minus one in two bytes",
        "W-2.11, 0C 0000 01020304050607080900, a positive number in a byte too many",
        "W-2.11, 0C 0000 010203040506070880FF, a negative number in a byte too many",
        "W-2.11, 03 1127 00, scale 10001",
        "W-2.11, 03 EFD8 00, scale -10001",
        "W-1.6, 05 0000 00, longer than the message"
    })
    void refusesDecimalsThatAreNone(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.result(Codecs.DECIMAL), "01 1C" + octets).clause())
                .isEqualTo(clause);
    }

    @Test
    void refusesDigitsOfMoreThan64Bytes() {
        String most = "01 1C 42 0000" + "7F".repeat(64);
        Codecs.result(Codecs.DECIMAL).decode(Octets.of(most));
        assertThat(problem(Codecs.result(Codecs.DECIMAL), "01 1C 43 0000" + "7F".repeat(65))
                        .clause())
                .isEqualTo("W-2.11");
    }

    @ParameterizedTest
    @CsvSource({
        "C0 80, overlong in two",
        "C1 BF, overlong in two",
        "E0 80 80, overlong in three",
        "E0 9F BF, overlong in three",
        "F0 8F BF BF, overlong in four",
        "ED A0 80, high surrogate",
        "ED BF BF, low surrogate",
        "F4 90 80 80, above U+10FFFF",
        "F5 80 80 80, no such lead",
        "FF, no such byte",
        "80, continuation alone",
        "C3, cut off",
        "E2 98, cut off",
        "F0 9F 98, cut off",
        "E2 28 81, no continuation",
        "41 42 43 44 45 46 47 48 49 C3, cut off behind eight ASCII characters"
    })
    void refusesTextThatIsNotStrictUtf8(String octets, String ignoredDescription) {
        int size = octets.replace(" ", "").length() / 2;
        String message = "01 1B" + String.format("%02X", size) + octets;
        assertThat(problem(Codecs.result(Codecs.STRING), message).clause()).isEqualTo("W-1.4");
        // The same text in an unknown field.
        assertThat(problem(Codecs.EMPTY, message).clause()).isEqualTo("W-1.4");
    }

    @ParameterizedTest
    @CsvSource({
        "W-3.17, 0E 00, other kind of elements",
        "W-3.14, 1B 00, uniform strings",
        "W-3.13, 2B 00, unknown flag",
        "W-2.1, 00 00, no kind",
        "W-3.17, 0B 01, count without elements",
        "W-3.17, 0B 7F, count without elements",
        "W-3.17, 0B FFFFFFFF0F, more than any message has",
        "W-3.5, 0B 00 00, bytes behind the elements"
    })
    void refusesListsThatAreNone(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.result(Codecs.list(Codecs.STRING)), "01 1E" + octets)
                        .clause())
                .isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource({
        "W-3.14, 1D 00, no element",
        "W-3.14, 1D 01 00, no field",
        "W-3.17, 1D 02 01 17 0000000000000000 00000000, more elements than bytes",
        "W-3.5, 1D, no count"
    })
    void refusesUniformListsThatAreNone(String clause, String octets, String ignoredDescription) {
        String message = "01 1E" + octets;
        assertThat(problem(Codecs.result(Codecs.list(Line.CODEC)), message).clause())
                .isEqualTo(clause);
        assertThat(problem(Codecs.EMPTY, message).clause()).isEqualTo(clause);
    }

    @Test
    void refusesDuplicates() {
        String set = "01 1E 02 02 07 07";
        assertThat(problem(Codecs.result(Codecs.set(Codecs.I8)), set).clause()).isEqualTo("W-3.18");
        String map = "01 1F 02 02 02 07 01 07 02";
        assertThat(problem(Codecs.result(Codecs.map(Codecs.I8, Codecs.I8)), map).clause())
                .isEqualTo("W-3.19");
    }

    @ParameterizedTest
    @CsvSource({
        "W-3.17, 03 02 00, other kind of keys",
        "W-3.17, 02 03 00, other kind of values",
        "W-3.19, 12 02 00, flags",
        "W-2.1, 02 00 00, no kind",
        "W-3.17, 02 02 01, no pair"
    })
    void refusesMapsThatAreNone(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.result(Codecs.map(Codecs.I8, Codecs.I8)), "01 1F" + octets)
                        .clause())
                .isEqualTo(clause);
    }

    @Test
    void refusesMapsWithKeysOfAnotherKindEvenWhenItSkipsThem() {
        assertThat(problem(Codecs.EMPTY, "01 1F 07 02 00").clause()).isEqualTo("W-3.19");
    }

    @ParameterizedTest
    @CsvSource({
        "W-3.10, 00, no variant",
        "W-3.10, 02 12 12 00 00, two variants",
        "W-3.8, 01 22 00, voucher of another kind",
        "W-1.6, 01 2B 7F, cut off",
        "W-3.5, 01 2B 00 00 00, bytes behind the variant"
    })
    void refusesUnionsThatAreNone(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.result(Payment.CODEC), "01 1D" + octets).clause())
                .isEqualTo(clause);
    }

    @Test
    void refusesNumbersThatAClosedEnumDoesNotHave() {
        MalformedDataException problem = problem(Codecs.result(Colour.CODEC), "01 1A 0200");
        assertThat(problem.clause()).isEqualTo("W-2.8");
        assertThat(problem)
                .hasMessage(
                        "result.result: the closed enum Colour has no value of the number that was read (at byte 2, W-2.8)");
    }

    @Test
    void namesBothKindsOfAFieldThatChanged() {
        assertThat(problem(Line.CODEC, "01 1B 00"))
                .hasMessage("Line.product: product is string where the schema says uuid (at byte 2, W-3.8)");
    }

    @Test
    void namesTheFieldThatIsAbsent() {
        byte[] message = Octets.of("01 19", "00".repeat(16));
        assertThat(catchThrowableOfType(MalformedDataException.class, () -> Line.CODEC.decode(message)))
                .hasMessage("Line.quantity: the required field quantity (2) is absent (at byte 18, W-3.9)");
    }

    @Test
    void namesThePathOfAProblemInTheStraightLine() {
        String line = "00".repeat(16) + "01000000 03 0000 01";
        String uniform = "03 19 14 1C" + line + "00".repeat(16) + "01000000 04 0000 0000";
        MalformedDataException problem = problem(Codecs.result(Codecs.list(Line.CODEC)), "01 1E 1D 02" + uniform);
        assertThat(problem.path()).isEqualTo("result.result[1].price");
        assertThat(problem.clause()).isEqualTo("W-2.11");
    }

    @Test
    void namesThePathThroughUnionsAndLists() {
        Node node = new Node(1, null, List.of(new Node(2, null, List.of(new Node(3, null, List.of())))));
        byte[] message = Node.CODEC.encode(node);
        message[message.length - 2] = 0x0E;
        assertThat(catchThrowableOfType(MalformedDataException.class, () -> Node.CODEC.decode(message))
                        .path())
                .isEqualTo("Node.children[0].children[0].children");
        String voucher = "01 1E 0D 01 01 2B 01 FF";
        assertThat(problem(Codecs.result(Codecs.list(Payment.CODEC)), voucher).path())
                .isEqualTo("result.result[0].voucher");
    }

    @ParameterizedTest
    @CsvSource({
        "W-2.3, 01 11 02, bool 2",
        "W-2.3, 01 1E 01 02 01 02, bool 2 in a list",
        "W-2.6, 01 18 0000000000000000 00CA9A3B, a full second of nanoseconds",
        "W-3.13, 01 1E 22 00, unknown flag of a list",
        "W-3.14, 01 1E 12 01 00, uniform numbers",
        "W-2.1, 01 1E 00 00, elements of no kind",
        "W-3.19, 01 1F 12 02 00, unknown flag of keys",
        "W-3.19, 01 1F 02 12 00, unknown flag of values",
        "W-2.1, 01 1F 02 00 00, values of no kind",
        "W-3.5, 01 1D 00 00, bytes behind the last field",
        "W-3.5, 01 1E 02 00 00, bytes behind the last element",
        "W-3.5, 01 1F 02 02 00 00, bytes behind the last pair",
        "W-3.4, 01 1D 01 10, kind 0",
        "W-3.3, 01 1D 04 01 808004, number 65536"
    })
    void refusesWhatItSkips(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.EMPTY, octets).clause()).isEqualTo(clause);
        // The same in a variant that the schema does not have.
        byte[] variant = Octets.of(octets);
        byte[] message = Octets.join(Octets.of("01 1D"), variant);
        message[3] = (byte) (0x90 | message[3] & 0xF);
        assertThat(catchThrowableOfType(
                                MalformedDataException.class,
                                () -> Codecs.result(Payment.CODEC).decode(message))
                        .clause())
                .isEqualTo(clause);
    }

    @Test
    void namesTheOutermostUnknownField() {
        MalformedDataException problem = problem(Codecs.EMPTY, "01 9D 01 11 02");
        assertThat(problem.clause()).isEqualTo("W-2.3");
        assertThat(problem.path()).endsWith(".#9");
        assertThat(problem(Codecs.EMPTY, "01 9E 1D 02 01 11 00 02").path()).endsWith(".#9");
    }

    @ParameterizedTest
    @CsvSource({
        "W-1.6, 01 1D 01 1B 05 00000000, text leaves the message",
        "W-1.6, 01 1D 05 11111111, shape leaves the message",
        "W-3.5, 01 1D 01 14 000000, number leaves the message",
        "W-3.17, 01 1E 05 02 0000000000000000, two numbers in the bytes of one",
        "W-3.17, 01 1E 02 02 00, elements leave the message",
        "W-3.17, 01 1F 02 02 02 000000, pairs leave the message",
        "W-3.4, 02 1D12 02 0180 1111, entry leaves its shape"
    })
    void keepsWithinTheMessageWhenItSkips(String clause, String octets, String ignoredDescription) {
        assertThat(problem(Codecs.EMPTY, octets).clause()).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource({
        "01 1E 0E 02 0E 01 02 00, what the second list needs is counted on by the first",
        "01 1E 0E 03 0E 00 0E 01 02 00, what the third list needs is counted on by the second"
    })
    void countsNoByteForTwoLists(String octets, String ignoredDescription) {
        Codec<List<List<List<Byte>>>> lists = Codecs.list(Codecs.list(Codecs.list(Codecs.I8)));
        assertThat(problem(Codecs.result(lists), octets).clause()).isEqualTo("W-3.17");
    }

    private static MalformedDataException problem(StructCodec<?> codec, String octets) {
        byte[] message = Octets.of(octets);
        MalformedDataException problem =
                catchThrowableOfType(MalformedDataException.class, () -> codec.decode(message));
        assertThat(problem).as(octets).isNotNull();
        return problem;
    }
}
