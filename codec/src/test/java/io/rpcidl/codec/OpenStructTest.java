package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.codec.sample.Corner;
import io.rpcidl.codec.sample.Parcel;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Open structs keep what their schema does not know, and write it back where it stood. */
class OpenStructTest {

    /** 1 bool, 2 label, 5 bytes, 7 parts, 8 struct with a string in it, 900 map. */
    private static final String NEWER =
            "08 11 1B 3C 2E 1D 0F FC06  01  02 6869  01 FF  0D 00  01 1B 01 78  02 02 01 05 06";

    @Test
    void keepsUnknownFieldsBeforeBetweenAndBehind() {
        byte[] message = Octets.of(NEWER);
        Parcel parcel = Parcel.CODEC.decode(message);
        assertThat(parcel.label()).isEqualTo("hi");
        assertThat(parcel.unknownFields().values())
                .extracting(UnknownValue::number)
                .containsExactly(1, 5, 8, 900);
        UnknownValue struct = parcel.unknownFields().values().get(2);
        assertThat(struct.kind()).isEqualTo(Kind.STRUCT);
        assertThat(struct.raw().toByteArray()).isEqualTo(Octets.of("01 1B 01 78"));
        assertThat(Parcel.CODEC.encode(parcel)).isEqualTo(message);
    }

    @Test
    void writesThemAroundWhatHasChanged() {
        Parcel read = Parcel.CODEC.decode(Octets.of(NEWER));
        Parcel changed = new Parcel("x", 258, List.of(new Parcel("y", null, List.of())), read.unknownFields());
        String parts = "0D 01 02 2B 5E 01 79 0D 00";
        assertThat(Parcel.CODEC.encode(changed))
                .isEqualTo(Octets.of(
                        "09 11 1B 14 2C 2E 1D 0F FC06  01  01 78  02010000  01 FF",
                        parts,
                        "01 1B 01 78  02 02 01 05 06"));
    }

    @Test
    void readsTheOnesOfAnyDepthApart() {
        // a parcel with an unknown field inside one with another
        byte[] message = Octets.of("03 2B 5E 21  01 61  0D 01  03 2B 5E 12  01 62 0D 00 09  01");
        Parcel outer = Parcel.CODEC.decode(message);
        assertThat(outer.unknownFields()).hasToString("[9 (bool, 1 byte)]");
        assertThat(outer.parts().get(0).unknownFields()).hasToString("[8 (int8, 1 byte)]");
        assertThat(Parcel.CODEC.encode(outer)).isEqualTo(message);
    }

    @Test
    void readsUniformListsAndNeverWritesThem() {
        // two parcels with 2 label, 7 parts and an unknown 9 in one shape
        byte[] uniform = Octets.of("01 1E 1D 02 03 2B 5E 21  01 61 0D 00 01  01 62 0D 00 00");
        StructCodec<List<Parcel>> list = Codecs.result(Codecs.list(Parcel.CODEC));
        List<Parcel> parcels = list.decode(uniform);
        assertThat(parcels).hasSize(2).allMatch(parcel -> parcel.unknownFields().size() == 1);
        assertThat(list.encode(parcels))
                .isEqualTo(Octets.of("01 1E 0D 02 03 2B 5E 21  01 61 0D 00 01  03 2B 5E 21 01 62 0D 00 00"));
        Corner corner = new Corner(1, UnknownFields.EMPTY);
        StructCodec<List<Corner>> corners = Codecs.result(Codecs.list(Corner.CODEC));
        assertThat(corners.encode(List.of(corner, corner))).isEqualTo(Octets.of("01 1E 0D 02 01 12 01 01 12 01"));
        assertThat(corners.decode(Octets.of("01 1E 1D 02 01 12 01 01"))).containsExactly(corner, corner);
    }

    @Test
    void mergesWithMoreThanAHundredEntries() {
        StringBuilder shape = new StringBuilder("DC01 12");
        shape.append("12".repeat(219));
        byte[] message = Octets.of(shape.toString(), "07".repeat(220));
        Corner corner = Corner.CODEC.decode(message);
        assertThat(corner.unknownFields().size()).isEqualTo(219);
        assertThat(Corner.CODEC.encode(corner)).isEqualTo(message);
    }

    @Test
    void comparesAndPrintsThemWithoutTheirOctets() {
        Parcel one = Parcel.CODEC.decode(Octets.of(NEWER));
        Parcel same = Parcel.CODEC.decode(Octets.of(NEWER));
        Parcel other = Parcel.CODEC.decode(Octets.of(NEWER.replace("01 FF", "01 FE")));
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(one.unknownFields())
                .hasToString("[1 (bool, 1 byte), 5 (bytes, 2 bytes), 8 (struct, 4 bytes), 900 (map, 5 bytes)]");
        assertThat(UnknownFields.EMPTY).hasToString("[]").isEqualTo(UnknownFields.of(List.of()));
    }

    @Test
    void letsRelaysDropSome() {
        Parcel read = Parcel.CODEC.decode(Octets.of(NEWER));
        List<UnknownValue> values = read.unknownFields().values();
        UnknownFields fewer = UnknownFields.of(List.of(values.get(2), values.get(0)));
        assertThat(fewer).hasToString("[1 (bool, 1 byte), 8 (struct, 4 bytes)]");
        assertThat(Parcel.CODEC.encode(new Parcel("hi", null, List.of(), fewer)))
                .isEqualTo(Octets.of("04 11 1B 5E 1D  01  02 6869  0D 00  01 1B 01 78"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> UnknownFields.of(List.of(values.get(1), values.get(1))))
                .withMessage("the unknown field 5 is there twice; keep one of the two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 32 09", "01 2B 01 78", "02 2B 1B 01 78 01 79"})
    void refusesUnknownFieldsWithNumbersOfKnownOnes(String fields) {
        // a corner knows 1 only; a parcel knows 2, 3 and 7, of which 3 is absent here
        UnknownFields foreign =
                Corner.CODEC.decode(Octets.of(withCorner(fields))).unknownFields();
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> Parcel.CODEC.encode(new Parcel("x", null, List.of(), foreign)))
                .withMessageStartingWith("Parcel: an unknown field has the number of a field that this schema knows");
    }

    /** The fields behind field 1 of a corner. */
    private static String withCorner(String fields) {
        byte[] octets = Octets.of(fields);
        int length = octets[0];
        StringBuilder message = new StringBuilder(String.format("%02X 12", length + 1));
        for (int i = 1; i <= length; i++) {
            message.append(String.format("%02X", i == 1 ? octets[i] - 0x10 : octets[i]));
        }
        message.append("07");
        for (int i = length + 1; i < octets.length; i++) {
            message.append(String.format("%02X", octets[i]));
        }
        return message.toString();
    }

    @Test
    void haveNoCanonicalForm() {
        Parcel read = Parcel.CODEC.decode(Octets.of(NEWER));
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> Codecs.result(Codecs.list(Parcel.CODEC)).canonical(List.of(read)))
                .withMessageContaining("field 1 has no canonical form, for this schema does not know what is in it");
        assertThat(Parcel.CODEC.canonical(new Parcel("x", null, List.of())))
                .isEqualTo(Octets.of("02 2B 5E 01 78 0D 00"));
    }

    @Test
    void checksWhatItKeepsAsItChecksWhatItSkips() {
        refused("02 12 21 01 02", "W-2.3", "Corner.#3");
        refused("02 12 2B 01 01 FF", "W-1.4", "Corner.#3");
        refused("02 12 2D 01 01 10", "W-3.4", "Corner.#3");
        refused("02 12 2E 01 0D 05 00", "W-3.17", "Corner.#3");
        refused("02 12 20 01", "W-3.4", "Corner.x");
        refused("02 12 2C 01 05 00", "W-1.6", "Corner.#3");
    }

    private static void refused(String octets, String clause, String path) {
        MalformedDataException problem =
                catchThrowableOfType(MalformedDataException.class, () -> Corner.CODEC.decode(Octets.of(octets)));
        assertThat(problem.clause()).isEqualTo(clause);
        assertThat(problem.path()).isEqualTo(path);
    }

    @Test
    void countsDepthUnitsAndHeap() {
        // a struct inside a struct behind field 1, each with one field
        byte[] message = Octets.of("02 12 2D 07  01 1D 01 12 09");
        Corner corner = decode(message, Limits.DEFAULTS.withDepth(3).withUnits(4));
        assertThat(clause(message, Limits.DEFAULTS.withDepth(2))).isEqualTo("W-3.22");
        assertThat(clause(message, Limits.DEFAULTS.withUnits(3))).isEqualTo("W-3.23");
        assertThat(clause(message, Limits.DEFAULTS.withHeapBytes(150))).isEqualTo("W-3.24");
        Encoder enough = new Encoder(Limits.DEFAULTS.withDepth(3).withUnits(4));
        Corner.CODEC.writeMessage(enough, corner);
        assertThat(enough.toByteArray()).isEqualTo(message);
        unencodable(corner, Limits.DEFAULTS.withDepth(2), "nest deeper");
        unencodable(corner, Limits.DEFAULTS.withUnits(3), "more than 3 fields");
        unencodable(corner, Limits.DEFAULTS.withMessageBytes(message.length - 1), "larger than the limit");
    }

    private static Corner decode(byte[] message, Limits limits) {
        return Corner.CODEC.decode(message, 0, message.length, limits);
    }

    private static String clause(byte[] message, Limits limits) {
        return catchThrowableOfType(MalformedDataException.class, () -> decode(message, limits))
                .clause();
    }

    private static void unencodable(Corner corner, Limits limits, String problem) {
        assertThatExceptionOfType(UnencodableValueException.class)
                .isThrownBy(() -> Corner.CODEC.writeMessage(new Encoder(limits), corner))
                .withMessageContaining(problem);
    }

    @Test
    void endsInAValueOrARefusalWhateverIsBroken() {
        byte[] message = Octets.of(NEWER);
        for (int length = 0; length < message.length; length++) {
            assertThat(read(Arrays.copyOf(message, length))).isFalse();
        }
        int values = 0;
        for (int bit = 0; bit < 8 * message.length; bit++) {
            byte[] flipped = message.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            values += read(flipped) ? 1 : 0;
        }
        assertThat(values).isPositive();
    }

    /** Whether it is a message; then it is written back as it was. */
    private static boolean read(byte[] message) {
        Parcel parcel;
        try {
            parcel = Parcel.CODEC.decode(message);
        } catch (MalformedDataException refused) {
            assertThat(refused.clause()).startsWith("W-");
            return false;
        }
        assertThat(Parcel.CODEC.encode(parcel)).isEqualTo(message);
        return true;
    }
}
