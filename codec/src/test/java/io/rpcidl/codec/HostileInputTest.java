package io.rpcidl.codec;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows A04 to A07 of the catalogue of hostile inputs: what is legal alone and too much together. */
class HostileInputTest {

    @Test
    void refusesMoreUnitsThanTheBudgetAcrossAllContainers() {
        // A07: 64 lists of 20,000 elements, each legal, are 1,280,000 units.
        byte[] strings =
                Codecs.result(Codecs.list(Codecs.list(Codecs.I8))).encode(nCopies(40, nCopies(20_000, (byte) 1)));
        Codecs.result(Codecs.list(Codecs.list(Codecs.I8))).decode(strings);
        Limits tight = Limits.DEFAULTS.withUnits(40 * 20_000 + 40);
        assertClause("W-3.23", Codecs.result(Codecs.list(Codecs.list(Codecs.I8))), strings, tight);
        assertClause("W-3.23", Codecs.EMPTY, strings, tight);
        Codecs.EMPTY.decode(strings, 0, strings.length, Limits.DEFAULTS.withUnits(40 * 20_000 + 41));
    }

    @Test
    void refusesTheListThatGoesBeyondTheBudget() {
        // A07, by the defaults: the limit of 1,000,000 units is reached in the fiftieth list; a list costs its elements
        // and one.
        StructCodec<List<List<Byte>>> codec = Codecs.result(Codecs.list(Codecs.list(Codecs.I8)));
        List<Byte> one = nCopies(20_000, (byte) 1);
        Encoder generous = new Encoder(Limits.DEFAULTS.withUnits(2_000_000));
        codec.writeMessage(generous, nCopies(64, one));
        byte[] message = generous.toByteArray();
        for (StructCodec<?> reader : List.of(codec, Codecs.EMPTY)) {
            MalformedDataException problem =
                    catchThrowableOfType(MalformedDataException.class, () -> reader.decode(message));
            assertThat(problem).hasMessageContaining("more than 1000000 fields, elements and pairs");
            assertThat(problem.offset() / 20_000).isEqualTo(49);
        }
        assertThat(codec.encode(nCopies(49, one))).hasSizeGreaterThan(49 * 20_000);
        assertThatExceptionOfType(UnencodableValueException.class).isThrownBy(() -> codec.encode(nCopies(50, one)));
    }

    @Test
    void refusesTheLastOfManyFieldsAndManyThatAreJustSmallEnough() {
        // A04: a bomb behind 199 fields of text.
        byte[] head = Octets.join(Octets.of("C801"), Octets.of("1B".repeat(200)), Octets.of("01 61".repeat(199)));
        byte[] last = Octets.join(head, Octets.of("FFFFFFFF07 00"));
        assertClause("W-1.6", Codecs.EMPTY, last, Limits.DEFAULTS);
        // Sixteen lists of which each takes little less than a fifteenth of the heap.
        StructCodec<List<List<String>>> codec = Codecs.result(Codecs.list(Codecs.list(Codecs.STRING)));
        Limits limits = Limits.DEFAULTS.withHeapBytes(15 * 65_000);
        byte[] fifteen = codec.encode(nCopies(15, nCopies(1_000, "")));
        codec.decode(fifteen, 0, fifteen.length, limits);
        byte[] sixteen = codec.encode(nCopies(16, nCopies(1_000, "")));
        assertClause("W-3.24", codec, sixteen, limits);
    }

    @Test
    void countsTheFieldsOfEachElementOfAUniformList() {
        byte[] message = Octets.of("01 1E", "1D 03", "02 11 11", "00 00 00 00 00 00");
        Codecs.EMPTY.decode(message, 0, message.length, Limits.DEFAULTS.withUnits(7));
        assertClause("W-3.23", Codecs.EMPTY, message, Limits.DEFAULTS.withUnits(6));
    }

    @Test
    void refusesMoreHeapThanTheBudget() {
        // A04: empty strings cost one byte each on the wire and a reference each on the heap.
        byte[] message = Codecs.result(Codecs.list(Codecs.STRING)).encode(nCopies(1_000, ""));
        assertClause(
                "W-3.24", Codecs.result(Codecs.list(Codecs.STRING)), message, Limits.DEFAULTS.withHeapBytes(50_000));
        byte[] largest = Codecs.result(Codecs.list(Codecs.STRING)).encode(nCopies(900_000, ""));
        assertClause("W-3.24", Codecs.result(Codecs.list(Codecs.STRING)), largest, Limits.DEFAULTS);
        Codecs.EMPTY.decode(largest);
    }

    @Test
    void refusesAMessageLargerThanTheLimit() {
        byte[] message = Codecs.result(Codecs.STRING).encode("abc");
        Limits limits = Limits.DEFAULTS.withMessageBytes(message.length);
        Codecs.result(Codecs.STRING).decode(message, 0, message.length, limits);
        assertClause("W-7.4", Codecs.result(Codecs.STRING), message, limits.withMessageBytes(message.length - 1));
    }

    private static void assertClause(String clause, StructCodec<?> codec, byte[] message, Limits limits) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> codec.decode(message, 0, message.length, limits))
                .extracting(MalformedDataException::clause)
                .isEqualTo(clause);
    }
}
