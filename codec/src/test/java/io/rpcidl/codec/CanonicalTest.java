package io.rpcidl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.codec.sample.OrderState;
import io.rpcidl.codec.sample.Payment;
import io.rpcidl.codec.sample.ProductId;
import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import io.rpcidl.wire.UnencodableValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** W-3.26 to W-3.30, value by value. */
class CanonicalTest {

    private static final float OTHER_NAN_F32 = Float.intBitsToFloat(0xFFC0_1234);
    private static final double OTHER_NAN_F64 = Double.longBitsToDouble(0x7FF8_0000_0000_0001L);

    @Test
    void sortsNumbersByValue() {
        assertSet(Codecs.BOOL, "01 02 00 01", List.of(true, false));
        assertSet(Codecs.I8, "02 03 80 FF 01", List.of((byte) 1, (byte) -1, Byte.MIN_VALUE));
        assertSet(Codecs.U8, "02 03 01 80 FF", List.of(255, 1, 128));
        assertSet(Codecs.I32, "04 03 FFFFFFFF 02000000 00010000", List.of(256, 2, -1));
        assertSet(Codecs.I64, "05 02 FFFFFFFFFFFFFFFF 0100000000000000", List.of(1L, -1L));
        assertSet(Codecs.U64, "05 02 0100000000000000 FFFFFFFFFFFFFFFF", List.of(-1L, 1L));
        assertSet(OrderState.CODEC, "0A 02 0200 0001", List.of(OrderState.of(256), OrderState.of(2)));
    }

    @Test
    void sortsTextsAndUuidsByTheirOctets() {
        // U+FF5E comes before U+1F600, whose surrogates are lower characters of Java.
        assertSet(
                Codecs.STRING,
                "0B 06 00 0161 026162 02C3A9 03EFBD9E 04F09F9880",
                List.of("\uD83D\uDE00", "\uFF5E", "\u00e9", "ab", "a", ""));
        UUID low = new UUID(1, 0);
        UUID high = new UUID(-1, 0);
        String octets = "09 02 0000000000000001 0000000000000000 FFFFFFFFFFFFFFFF 0000000000000000";
        assertSet(Codecs.UUID, octets, List.of(high, low));
        assertSet(ProductId.CODEC, octets, List.of(new ProductId(high), new ProductId(low)));
        UUID lowLast = new UUID(0, 1);
        UUID highLast = new UUID(0, -1);
        assertThat(CanonicalOrder.compareUuids(lowLast, highLast)).isNegative();
    }

    @Test
    void sortsPairsByTheirKeys() {
        Map<Integer, String> map = new LinkedHashMap<>();
        map.put(200, "a");
        map.put(3, "b");
        assertCanonical(Codecs.map(Codecs.U8, Codecs.STRING), map, "1F 02 0B 02 03 0162 C8 0161");
        Codec<Map<Integer, Set<Integer>>> nested = Codecs.map(Codecs.U8, Codecs.set(Codecs.U8));
        assertCanonical(nested, Map.of(1, set(3, 2)), "1F 02 0E 01 01 02 02 02 03");
    }

    @Test
    void knowsOneNaN() {
        assertCanonical(Codecs.F32, OTHER_NAN_F32, "16 0000C07F");
        assertCanonical(Codecs.F64, OTHER_NAN_F64, "17 000000000000F87F");
        assertCanonical(Codecs.list(Codecs.F32), List.of(1f, OTHER_NAN_F32), "1E 06 02 0000803F 0000C07F");
        Map<String, Double> map = Map.of("n", OTHER_NAN_F64);
        assertCanonical(Codecs.map(Codecs.STRING, Codecs.F64), map, "1F 0B 07 01 016E 000000000000F87F");
        assertCanonical(Codecs.F32, -0.0f, "16 00000080");
    }

    @Test
    void writesAsUsualAfterwards() {
        StructCodec<Set<Integer>> sets = Codecs.result(Codecs.set(Codecs.U8));
        StructCodec<Double> floats = Codecs.result(Codecs.F64);
        Encoder out = new Encoder();
        floats.writeMessage(out, OTHER_NAN_F64);
        sets.writeCanonical(out, set(2, 1));
        sets.writeMessage(out, set(2, 1));
        assertThat(out.toByteArray())
                .isEqualTo(Octets.of("01 17 010000000000F87F 01 1E 02 02 01 02 01 1E 02 02 02 01"));
    }

    @Test
    void writesAsUsualAfterARefusal() {
        StructCodec<Set<Integer>> sets = Codecs.result(Codecs.set(Codecs.U8));
        Encoder out = new Encoder();
        assertThatThrownBy(() -> sets.writeCanonical(out, set(256, 1))).isInstanceOf(UnencodableValueException.class);
        out.reset();
        sets.writeMessage(out, set(2, 1));
        assertThat(out.toByteArray()).isEqualTo(Octets.of("01 1E 02 02 02 01"));
    }

    @Test
    void refusesVariantsThatItDoesNotKnow() {
        StructCodec<List<Payment>> codec = Codecs.result(Codecs.list(Payment.CODEC));
        UnknownValue value = new UnknownValue(9, Kind.STRING, Bytes.of((byte) 1, (byte) 'x'), 0, 0);
        List<Payment> payments = List.of(new Payment.OfCash(), new Payment.Unknown(value));
        assertThat(codec.decode(codec.encode(payments))).isEqualTo(payments);
        assertThatThrownBy(() -> codec.canonical(payments))
                .isInstanceOf(UnencodableValueException.class)
                .hasMessage(
                        "result > Payment: variant 9 has no canonical form, for this schema does not know what is in it;"
                                + " use a schema that has the variant");
    }

    @Test
    void refusesWhatIsTwiceInAStrangeSetOrMap() {
        String twin = new StringBuilder("a").toString();
        Set<String> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(Arrays.asList("a", twin));
        assertThatThrownBy(() -> Codecs.result(Codecs.set(Codecs.STRING)).canonical(set))
                .isInstanceOf(UnencodableValueException.class)
                .hasMessage("result: a set holds an element twice");
        Map<String, Integer> map = new IdentityHashMap<>();
        map.put("a", 1);
        map.put(twin, 2);
        assertThatThrownBy(() ->
                        Codecs.result(Codecs.map(Codecs.STRING, Codecs.U8)).canonical(map))
                .isInstanceOf(UnencodableValueException.class)
                .hasMessage("result: a map holds a key twice");
    }

    private static <E> void assertSet(Codec<E> element, String octets, List<E> elements) {
        List<E> given = new ArrayList<>(elements);
        assertCanonical(Codecs.set(element), new LinkedHashSet<>(given), "1E " + octets);
        Collections.reverse(given);
        assertCanonical(Codecs.set(element), new LinkedHashSet<>(given), "1E " + octets);
    }

    private static <T> void assertCanonical(Codec<T> codec, T value, String octets) {
        StructCodec<T> message = Codecs.result(codec);
        byte[] canonical = message.canonical(value);
        assertThat(canonical).isEqualTo(Octets.of("01 " + octets));
        assertThat(message.decode(canonical)).isEqualTo(value);
    }

    private static Set<Integer> set(Integer... elements) {
        return new LinkedHashSet<>(Arrays.asList(elements));
    }
}
