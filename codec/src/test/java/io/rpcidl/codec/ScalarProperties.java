package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.codec.sample.RandomValues;
import io.rpcidl.value.Bytes;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ScalarProperties {

    @Property(tries = 200)
    void keepsNumbers(@ForAll byte i8, @ForAll short i16, @ForAll int i32, @ForAll long i64, @ForAll boolean bool) {
        assertKept(Codecs.I8, i8);
        assertKept(Codecs.I16, i16);
        assertKept(Codecs.I32, i32);
        assertKept(Codecs.I64, i64);
        assertKept(Codecs.U64, i64);
        assertKept(Codecs.BOOL, bool);
    }

    @Property(tries = 200)
    void keepsUnsignedNumbers(
            @ForAll @IntRange(max = 255) int u8,
            @ForAll @IntRange(max = 65_535) int u16,
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long u32) {
        assertKept(Codecs.U8, u8);
        assertKept(Codecs.U16, u16);
        assertKept(Codecs.U32, u32);
    }

    @Property(tries = 200)
    void refusesNumbersThatTheTypeDoesNotHave(@ForAll int number, @ForAll long wide) {
        assertWritable(Codecs.U8, number, number >= 0 && number <= 255);
        assertWritable(Codecs.U16, number, number >= 0 && number <= 65_535);
        assertWritable(Codecs.U32, wide, wide >= 0 && wide <= 0xFFFF_FFFFL);
    }

    @Property(tries = 500)
    void keepsEveryBitOfFloats(@ForAll int narrow, @ForAll long wide) {
        byte[] single = Octets.join(Octets.of("01 16"), little(narrow, 4));
        assertThat(Codecs.result(Codecs.F32).encode(Codecs.result(Codecs.F32).decode(single)))
                .isEqualTo(single);
        byte[] twice = Octets.join(Octets.of("01 17"), little(wide, 8));
        assertThat(Codecs.result(Codecs.F64).encode(Codecs.result(Codecs.F64).decode(twice)))
                .isEqualTo(twice);
    }

    @Property(tries = 300)
    void keepsTimes(
            @ForAll("instants") Instant instant, @ForAll long seconds, @ForAll @IntRange(max = 999_999_999) int nanos) {
        assertKept(Codecs.TIMESTAMP, instant);
        assertKept(Codecs.DURATION, Duration.ofSeconds(seconds, nanos));
    }

    @Property(tries = 300)
    void keepsTheRest(@ForAll("uuids") UUID uuid, @ForAll("decimals") BigDecimal decimal, @ForAll byte[] octets) {
        assertKept(Codecs.UUID, uuid);
        assertKept(Codecs.DECIMAL, decimal);
        assertKept(Codecs.BYTES, Bytes.of(octets));
    }

    @Property(tries = 1_000)
    void keepsTextAndRefusesLoneSurrogates(@ForAll("anyText") String text) {
        boolean writable = true;
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException lone) {
            writable = false;
        }
        assertWritable(Codecs.STRING, text, writable);
    }

    @Property(tries = 2_000)
    void readsExactlyTheOctetsThatAreUtf8(@ForAll("nearlyText") byte[] octets) {
        boolean readable = true;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
        } catch (CharacterCodingException broken) {
            readable = false;
        }
        byte[] message = Octets.join(Octets.of("01 1B"), new byte[] {(byte) octets.length}, octets);
        if (readable) {
            assertThat(Codecs.result(Codecs.STRING).decode(message))
                    .isEqualTo(new String(octets, StandardCharsets.UTF_8));
            Codecs.EMPTY.decode(message);
        } else {
            assertThatExceptionOfType(MalformedDataException.class)
                    .isThrownBy(() -> Codecs.result(Codecs.STRING).decode(message));
            assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> Codecs.EMPTY.decode(message));
        }
    }

    @Property(tries = 200)
    void keepsCollectionsInTheirOrder(
            @ForAll List<Integer> numbers,
            @ForAll @Size(max = 50) List<Long> wide,
            @ForAll Set<String> texts,
            @ForAll Map<Byte, Double> map,
            @ForAll List<Boolean> truths) {
        assertKept(Codecs.list(Codecs.I32), numbers);
        assertKept(Codecs.list(Codecs.I64), wide);
        assertKept(Codecs.list(Codecs.BOOL), truths);
        Set<String> writable = new LinkedHashSet<>(texts);
        writable.removeIf(text -> !StandardCharsets.UTF_8.newEncoder().canEncode(text));
        Set<String> read = kept(Codecs.set(Codecs.STRING), writable);
        assertThat(List.copyOf(read)).isEqualTo(List.copyOf(writable));
        Map<Byte, Double> readMap = kept(Codecs.map(Codecs.I8, Codecs.F64), map);
        assertThat(readMap.toString()).isEqualTo(map.toString());
    }

    private static <T> void assertKept(Codec<T> codec, T value) {
        assertThat(kept(codec, value)).isEqualTo(value);
    }

    private static <T> T kept(Codec<T> codec, T value) {
        StructCodec<T> result = Codecs.result(codec);
        return result.decode(result.encode(value));
    }

    private static <T> void assertWritable(Codec<T> codec, T value, boolean writable) {
        if (writable) {
            assertKept(codec, value);
        } else {
            assertThatExceptionOfType(UnencodableValueException.class)
                    .isThrownBy(() -> Codecs.result(codec).encode(value));
        }
    }

    private static byte[] little(long value, int width) {
        byte[] octets = new byte[width];
        for (int i = 0; i < width; i++) {
            octets[i] = (byte) (value >> (8 * i));
        }
        return octets;
    }

    @Provide
    Arbitrary<Instant> instants() {
        return RandomValues.instants();
    }

    @Provide
    Arbitrary<UUID> uuids() {
        return RandomValues.uuids();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return RandomValues.decimals();
    }

    /** Short and long, with every sort of character, surrogates alone among them. */
    @Provide
    Arbitrary<String> anyText() {
        Arbitrary<String> plain =
                Arbitraries.strings().withCharRange('\0', '\uFFFF').ofMaxLength(300);
        return Arbitraries.oneOf(
                plain,
                RandomValues.texts(),
                RandomValues.texts().map(text -> text + "\uD800"),
                Arbitraries.strings().ascii().ofMinLength(75).ofMaxLength(130).map(text -> text + '?' + "\uDC00"));
    }

    /** Octets that are UTF-8 often enough, and broken in one place often enough. */
    @Provide
    Arbitrary<byte[]> nearlyText() {
        Arbitrary<byte[]> valid = RandomValues.texts()
                .map(text -> text.substring(
                        0, text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length())))))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> broken = Combinators.combine(
                        valid, Arbitraries.integers().between(0, 100), Arbitraries.bytes())
                .as((octets, at, octet) -> {
                    byte[] copy = octets.clone();
                    if (copy.length > 0) {
                        copy[at % copy.length] = octet;
                    }
                    return copy;
                });
        return Arbitraries.oneOf(
                valid, broken, Arbitraries.bytes().array(byte[].class).ofMaxSize(12));
    }
}
